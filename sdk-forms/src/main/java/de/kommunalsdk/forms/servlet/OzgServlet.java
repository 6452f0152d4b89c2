/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.servlet.internal.Verteiler;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** All pages of the SDK. Needs a path of its own; keeps nothing in the session. Thread-safe. */
public final class OzgServlet extends HttpServlet {

    /** Name of the attribute of the {@code ServletContext} that holds the {@link KommunalSdk}. */
    public static final String SDK = "de.kommunalsdk.KommunalSdk";

    /** Name of the attribute that holds the {@link Formularfelder}, if the portal wants any. */
    public static final String FELDER = "de.kommunalsdk.Formularfelder";

    /** Name of the attribute that holds the {@link Nutzererkennung}, if the portal has one. */
    public static final String ERKENNUNG = "de.kommunalsdk.Nutzererkennung";

    private static final long serialVersionUID = 1L;

    private transient @Nullable Verteiler verteiler;

    /**
     * For {@code web.xml}: the jar declares the servlet {@code kommunal-sdk}, the portal maps it and puts the SDK into the
     * attribute {@link #SDK} before, in a {@code ServletContextListener}.
     */
    public OzgServlet() {}

    /** For hosts that register servlets themselves; without a multipart configuration, unless a filter of theirs needs one. */
    public OzgServlet(KommunalSdk sdk) {
        this(sdk, Nutzererkennung.durch(sdk));
    }

    /** The same for a portal that tells from its requests who is logged in, instead of by a {@code Nutzerquelle}. */
    public OzgServlet(KommunalSdk sdk, Nutzererkennung erkennung) {
        this(sdk, erkennung, Formularfelder.KEINE);
    }

    /** The same, with hidden fields of the portal in each form. */
    public OzgServlet(KommunalSdk sdk, Nutzererkennung erkennung, Formularfelder felder) {
        this.verteiler = new Verteiler(sdk, erkennung, felder);
    }

    /**
     * Mounts the SDK.
     *
     * @param muster mapping that ends with {@code /*}, for example {@code /ozg/*}
     */
    public static void registriere(ServletContext anwendung, KommunalSdk sdk, String muster) {
        registriere(anwendung, new OzgServlet(sdk), muster);
    }

    /** Mounts a servlet that was made with a {@link Nutzererkennung}. */
    public static void registriere(ServletContext anwendung, OzgServlet servlet, String muster) {
        ServletRegistration.Dynamic eintrag = anwendung.addServlet("kommunal-sdk " + muster, servlet);
        if (eintrag == null) {
            throw new IllegalStateException("Das SDK ist unter " + muster + " schon eingetragen");
        }
        eintrag.addMapping(muster);
        // No multipart configuration: the container would keep uploads in memory, or on disk in clear.
    }

    @Override
    public void init() throws UnavailableException {
        if (verteiler != null) {
            return;
        }
        ServletContext anwendung = getServletContext();
        if (!(anwendung.getAttribute(SDK) instanceof KommunalSdk sdk)) {
            throw new UnavailableException(SdkFehler.AUFBAU.code() + ": Im ServletContext fehlt das Attribut \"" + SDK
                    + "\"; in einem ServletContextListener setzen.");
        }
        verteiler = new Verteiler(
                sdk,
                anwendung.getAttribute(ERKENNUNG) instanceof Nutzererkennung e ? e : Nutzererkennung.durch(sdk),
                anwendung.getAttribute(FELDER) instanceof Formularfelder f ? f : Formularfelder.KEINE);
    }

    @Override
    protected void service(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        Verteiler bereit = verteiler;
        if (bereit == null) {
            throw new IllegalStateException("init() wurde nicht gerufen");
        }
        bereit.bediene(anfrage, antwort);
    }
}
