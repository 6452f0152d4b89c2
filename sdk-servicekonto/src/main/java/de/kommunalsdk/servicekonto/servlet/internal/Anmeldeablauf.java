/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.postfach.Postfachadresse;
import de.kommunalsdk.servicekonto.Identifikationsbericht;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rooms of a login and who is answered by which; who is logged in, and what that leaves with an Antrag. Thread-safe. */
public final class Anmeldeablauf {

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Sitzungen sitzungen;
    private final Absagen absagen;
    private final Anmeldebeginn beginn;
    private final Anmelderueckkehr rueckkehr;
    private final Abmeldeablauf abmeldung;
    private final Fernabmeldungen fern;

    /** For one portal. */
    public Anmeldeablauf(Servicekonto konto, Kontoumgebung umgebung, Kontolage lage) {
        this.konto = konto;
        this.umgebung = umgebung;
        Anmeldeseiten seiten = new Anmeldeseiten(umgebung.huelle());
        Anmeldungen anmeldungen = new Anmeldungen(umgebung.ablage(), konto.clock());
        Sitzungsenden enden = new Sitzungsenden(konto, umgebung.ablage());
        this.sitzungen = new Sitzungen(konto, umgebung.ablage(), enden);
        this.absagen = new Absagen(konto, umgebung, seiten);
        this.fern = new Fernabmeldungen(konto, umgebung, enden, absagen);
        this.beginn = new Anmeldebeginn(konto, umgebung, lage, seiten, anmeldungen, absagen);
        this.rueckkehr = new Anmelderueckkehr(konto, umgebung, seiten, anmeldungen, sitzungen, absagen);
        this.abmeldung = new Abmeldeablauf(konto, seiten, sitzungen, fern, absagen);
    }

    /** The login of a request's browser at a Mandant. */
    public Optional<Kontoanmeldung> anmeldung(HttpServletRequest anfrage, MandantId mandant) {
        return sitzungen.von(anfrage, mandant).map(Sitzungen.Sitzung::anmeldung);
    }

    /**
     * What the login of a request's browser leaves with an Antrag.
     *
     * @param attribute names of what the Dienst received
     */
    public Optional<Anmeldenachweis> nachweis(
            HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute) {
        return sitzungen.von(anfrage, mandant).flatMap(sitzung -> absagen.mandant(mandant)
                .map(m -> {
                    Kontoanmeldung a = sitzung.anmeldung();
                    Identifikationsbericht bericht = new Identifikationsbericht(
                            m.url(""), sitzung.begonnen(), List.of("Antrag " + antrag), attribute);
                    return new Anmeldenachweis(
                            bericht.schreibe(a, konto.clock().instant()),
                            a.postfach()
                                    .or(a::antragskennung) // a guest has only this
                                    .map(eines -> new Postfachadresse(
                                            a.nutzer().quelle(), a.postfach().orElse(""), a.antragskennung())));
                }));
    }

    /** Answers a request below the servlet. */
    public void bediene(HttpServletRequest http, HttpServletResponse antwort) throws IOException {
        Besuch b = new Besuch(http, antwort);
        String methode = http.getMethod();
        String weg = (methode.equals("HEAD") ? "GET" : methode) + " " + b.pfad();
        if (weg.equals("GET /_/weiter.js")) {
            skript(antwort);
        } else if (!b.istErlaubt() || b.istUnverschluesselt() && hatHttps()) {
            absagen.klartext(antwort, "", 403, KontoFehler.UNVERSCHLUESSELT);
        } else {
            try {
                bediene(b, weg);
            } catch (ServiceUnavailable e) {
                absagen.stoerung(b, e);
            }
        }
    }

    /** Whether people come by https: then a request without it is one whose proxy does not say so, whatever host it names. */
    private boolean hatHttps() {
        return umgebung.mandanten().alle().stream()
                .anyMatch(m -> "https".equals(m.oeffentlicheBasisUrl().getScheme()));
    }

    private void bediene(Besuch b, String weg) throws IOException {
        if (weg.equals("GET /anmelden") || weg.equals("POST /beginnen")) {
            beginn.bediene(b);
        } else if (weg.equals("GET /angekommen")) {
            rueckkehr.kommeAn(b);
        } else if (weg.startsWith("POST /acs/")
                || weg.startsWith("GET /acs/") && b.http().getMethod().equals("GET")) {
            rueckkehr.empfange(b, b.pfad().substring("/acs/".length()));
        } else if (weg.startsWith("POST /abmeldung/")) {
            fern.empfange(b, b.pfad().substring("/abmeldung/".length()));
        } else if (weg.equals("GET /abgemeldet")) {
            abmeldung.abgemeldet(b);
        } else if (b.pfad().equals("/abmelden")) {
            abmeldung.abmelden(b);
        } else if (weg.startsWith("GET /metadata/")) {
            Auskunft.gib(b, konto, absagen, b.pfad().substring("/metadata/".length()));
        } else {
            Absagen.nichtDa(b.antwort());
        }
    }

    private static void skript(HttpServletResponse antwort) throws IOException {
        try (InputStream quelle = Servicekonto.class.getResourceAsStream("weiter.js")) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt weiter.js");
            }
            antwort.setContentType("text/javascript; charset=utf-8");
            antwort.setHeader("Cache-Control", "public, max-age=300");
            antwort.getOutputStream().write(quelle.readAllBytes());
        }
    }
}
