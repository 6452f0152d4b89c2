/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.internal.Verteiler;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All pages of the SDK. Needs a path of its own; keeps nothing in the session. Thread-safe. */
public final class OzgServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Verteiler verteiler;

    /** For hosts that register servlets themselves; without a multipart configuration, unless a filter of theirs needs one. */
    public OzgServlet(KommunalSdk sdk) {
        this(sdk, anfrage -> sdk.nutzerquelle().angemeldet());
    }

    /** The same for a portal that tells from its requests who is logged in, instead of by a {@code Nutzerquelle}. */
    public OzgServlet(KommunalSdk sdk, Nutzererkennung erkennung) {
        this.verteiler = new Verteiler(sdk, erkennung);
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
        ServletRegistration.Dynamic eintrag = anwendung.addServlet("kommunal-sdk", servlet);
        if (eintrag == null) {
            throw new IllegalStateException("Das Servlet \"kommunal-sdk\" ist schon eingetragen");
        }
        eintrag.addMapping(muster);
        // No multipart configuration: the container would keep uploads in memory, or on disk in clear.
    }

    @Override
    protected void service(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        verteiler.bediene(anfrage, antwort);
    }
}
