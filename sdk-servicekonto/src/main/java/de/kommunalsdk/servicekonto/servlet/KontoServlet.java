/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldeablauf;
import de.kommunalsdk.servicekonto.servlet.internal.Kontolage;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The login of a portal. Mounted beside the forms:
 *
 * <pre>{@code
 * KontoServlet konto = new KontoServlet(servicekonto, umgebung);
 * KontoServlet.registriere(kontext, konto, "/konto/*");
 * Nutzererkennung erkennung = Nutzererkennung.mit(konto::angemeldet, konto::nachweis);
 * OzgServlet.registriere(kontext, new OzgServlet(sdk, erkennung), "/ozg/*");
 * }</pre>
 *
 * <p>No filter of the portal that demands a token of its own may stand before {@code /konto/acs/*}: the answer of an
 * account is posted from another site. Thread-safe.
 */
public final class KontoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Kontoumgebung umgebung;
    private final transient Kontolage lage;
    private final transient Anmeldeablauf ablauf;

    /** For one portal. Looks at each account again, now that the addresses of the Mandanten are known. */
    public KontoServlet(Servicekonto konto, Kontoumgebung umgebung) {
        this.umgebung = umgebung;
        this.lage = new Kontolage(konto, umgebung.mandanten());
        this.ablauf = new Anmeldeablauf(konto, umgebung, lage);
    }

    /**
     * Mounts the pages.
     *
     * @param muster mapping that ends with {@code /*} and fits the {@code pfad} of the Servicekonto, for example {@code /konto/*}
     */
    public static void registriere(ServletContext anwendung, KontoServlet servlet, String muster) {
        ServletRegistration.Dynamic eintrag = anwendung.addServlet("kommunal-sdk-konto " + muster, servlet);
        if (eintrag == null) {
            throw new IllegalStateException("Das Servicekonto ist unter " + muster + " schon eingetragen");
        }
        eintrag.addMapping(muster);
    }

    /** Who is logged in, for a request to the forms' servlet: its Mandant is found as the forms find it. */
    public Optional<Nutzer> angemeldet(HttpServletRequest anfrage) {
        String pfad = anfrage.getPathInfo() == null ? "/" : anfrage.getPathInfo();
        return umgebung.mandanten()
                .finde(anfrage.getServerName(), pfad)
                .flatMap(mandant -> anmeldung(anfrage, mandant.id()))
                .map(Kontoanmeldung::nutzer);
    }

    /** The login at a Mandant, for any request of the portal. */
    public Optional<Kontoanmeldung> anmeldung(HttpServletRequest anfrage, MandantId mandant) {
        return ablauf.anmeldung(anfrage, mandant);
    }

    /**
     * What the login of a request's browser leaves with an Antrag that is handed in with it.
     *
     * @param attribute names of the attributes that the Dienst received
     */
    public Optional<Anmeldenachweis> nachweis(
            HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute) {
        return ablauf.nachweis(anfrage, mandant, antrag, attribute);
    }

    /** How each account is now, by its id, for a health page and for metrics; also of those that are not offered. */
    public Map<String, Kontozustand> zustaende() {
        return lage.zustaende();
    }

    @Override
    protected void service(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        ablauf.bediene(anfrage, antwort);
    }
}
