/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang.Aufbruch;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Formularsendung;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.FormElement;

/** EP 30: who applied and how sure that is goes along electronically, and the draft is found again by the account. */
final class Nachweislieferung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP30_Anmeldung",
            30,
            "Anmeldung ohne Medienbruch",
            "Ein begonnener Antrag steht nach der nächsten Anmeldung auf der Seite des Kontos; mit dem Antrag wird geliefert,"
                    + " womit und mit welchem Vertrauensniveau sich die Person angemeldet hat.",
            "OzgServlet mit Nutzererkennung.mit(login::angemeldet, login::nachweis) einbinden; alle Knoten brauchen dieselbe"
                    + " Datenbank.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    private static final Map<Vertrauensniveau, String> NIVEAUS = Map.of(
            Vertrauensniveau.NIEDRIG, "http://bsi.bund.de/eID/LoA/normal",
            Vertrauensniveau.SUBSTANZIELL, "http://bsi.bund.de/eID/LoA/substantiell",
            Vertrauensniveau.HOCH, "http://bsi.bund.de/eID/LoA/hoch");
    private static final Pattern ENTWURF = Pattern.compile("/antrag/([^/?]+)");
    private static final Pattern NUMMER = Pattern.compile("\\b\\d{4}-[A-Z2-9]{4}-[A-Z2-9]{5}\\b");

    @Override
    public void pruefe(Rundgang portal, Befund befund) {
        Anmeldegang gang = new Anmeldegang(portal);
        if (!portal.pruefling().mitwirkung().einreichen()) {
            throw NichtMoeglich.nichtGeprueft(
                    "ohne-einreichung",
                    "Es wurde kein Antrag eingereicht. Pruefling.mitEinreichung() oder --einreichen erlaubt es.");
        }
        Browser browser = portal.neuerBrowser();
        Seite erste = gang.willigeEin(browser, gang.meldeAn(browser));
        Seite pruefen = gang.rundgang().ausfueller(browser).bisZurPruefung(erste);
        findeWieder(gang, erste, befund);

        FormElement einreichen = pruefen.formularNach("/einreichen")
                .orElseThrow(() -> new NichtMoeglich("nicht-ausfuellbar", pruefen.wo() + " hat kein Formular."));
        Seite quittung = new Seite(Art.QUITTUNG, browser.sende(Formularsendung.von(einreichen)));
        Matcher nummer = NUMMER.matcher(quittung.dokument().text());
        if (!nummer.find()) {
            throw new NichtMoeglich("nicht-eingereicht", quittung.wo() + " nennt keine Vorgangsnummer.");
        }
        Optional<String> bericht = gang.konto().bericht().apply(nummer.group());
        if (bericht.isEmpty()) {
            befund.melde("nachweis-fehlt", quittung, "Mit dem Antrag wurde kein Bericht über die Anmeldung geliefert.");
            return;
        }
        String niveau = NIVEAUS.getOrDefault(gang.konto().person().niveau(), "unknown");
        if (!bericht.get().contains("\"levelOfAssurance\":\"" + niveau + "\"")) {
            befund.melde(
                    "niveau-fehlt",
                    quittung,
                    "Der gelieferte Bericht nennt nicht das Vertrauensniveau " + niveau + ".");
        }
        if (!bericht.get().contains("\"idStatement\":")) {
            befund.melde(
                    "quelle-fehlt",
                    quittung,
                    "Der gelieferte Bericht nennt nicht, womit sich die Person angemeldet hat.");
        }
    }

    private static void findeWieder(Anmeldegang gang, Seite seite, Befund befund) {
        Matcher entwurf = ENTWURF.matcher(seite.antwort().adresse().getRawPath());
        Browser anderer = gang.rundgang().neuerBrowser();
        Seite wahl = new Seite(
                Art.KONTOWAHL,
                anderer.hole(URI.create(gang.rundgang().pruefling().basis() + "/_konto")));
        Aufbruch aufbruch = gang.aufbruch(anderer, wahl)
                .orElseThrow(
                        () -> new NichtMoeglich("keine-anmeldung", wahl.wo() + " führt nicht zu dem Nutzerkonto."));
        Seite meine = new Seite(
                Art.KONTOSEITE,
                gang.kehreHeim(
                                anderer,
                                aufbruch.marke(),
                                gang.konto()
                                        .simulator()
                                        .antwort(
                                                aufbruch.anfrage(), gang.konto().person()))
                        .antwort());
        if (!entwurf.find() || !meine.antwort().text().contains(entwurf.group(1))) {
            befund.melde("entwurf-nicht-gefunden", meine, "Der begonnene Antrag steht nicht auf der Seite des Kontos.");
        }
    }
}
