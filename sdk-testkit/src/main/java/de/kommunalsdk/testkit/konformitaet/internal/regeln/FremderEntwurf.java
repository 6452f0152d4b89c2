/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Formularsendung;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Probeeingabe;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** EP 13: the address of a draft opens nothing by itself, and nobody else's page sends for the citizen. */
final class FremderEntwurf implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP13_FremderEntwurf",
            13,
            "Fremde Entwürfe bleiben zu",
            "Die Adresse eines Entwurfs zeigt in einem anderen Browser nichts; Formulare ohne oder mit fremdem"
                    + " Sicherheitszeichen (CSRF) werden mit 403 abgewiesen.",
            "Keinen Zwischenspeicher vor die Seiten des SDK schalten und Cookies nicht umschreiben.");

    private static final Set<Integer> ABGEWIESEN = Set.of(401, 403, 404, 410);
    private static final String FALSCH = "x".repeat(64);

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser eigener = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(eigener);
        Seite formular = rundgang.beginne(eigener, katalog);
        Optional<Element> feld = Probeeingabe.feld(formular);
        Formularsendung leer = Rundgang.sendung(formular, "weiter");
        eigener.sende(feld.map(f -> leer.mit(f.attr("name"), Probeeingabe.WERT)).orElse(leer));

        Browser fremder = rundgang.neuerBrowser();
        String fremdesZeichen = zeichen(rundgang.katalog(fremder));
        Seite geoeffnet = new Seite(
                Seite.Art.FREMDER_ENTWURF, fremder.hole(formular.antwort().adresse()));
        if (!ABGEWIESEN.contains(geoeffnet.antwort().status())) {
            befund.melde(
                    "fremder-entwurf-offen",
                    geoeffnet,
                    "Ein anderer Browser bekommt den Entwurf mit Status "
                            + geoeffnet.antwort().status() + ".");
        }
        if (geoeffnet.antwort().text().contains(Probeeingabe.WERT)
                || Rundgang.antragsformular(geoeffnet).isPresent()) {
            befund.melde("fremde-angaben", geoeffnet, "Ein anderer Browser sieht das Formular oder Angaben daraus.");
        }
        csrf(
                eigener,
                new Seite(Seite.Art.FORMULAR, eigener.hole(formular.antwort().adresse())),
                fremdesZeichen,
                befund);
        start(eigener, katalog, befund);
    }

    private static void csrf(Browser eigener, Seite seite, String fremdesZeichen, Befund befund) {
        Formularsendung sendung = Rundgang.sendung(seite, "weiter");
        verlange403(eigener.sendeOhneFolgen(sendung.ohne("csrf")), seite, "ohne Sicherheitszeichen", befund);
        verlange403(
                eigener.sendeOhneFolgen(sendung.mit("csrf", FALSCH)), seite, "mit falschem Sicherheitszeichen", befund);
        verlange403(
                eigener.sendeOhneFolgen(sendung.mit("csrf", fremdesZeichen)),
                seite,
                "mit dem Sicherheitszeichen eines anderen Browsers",
                befund);
    }

    private static void start(Browser eigener, Seite katalog, Befund befund) {
        FormElement start = Rundgang.startformular(katalog)
                .orElseThrow(() -> new NichtMoeglich("kein-start", katalog.wo() + " hat kein Formular zum Beginnen."));
        Antwort antwort = eigener.sendeOhneFolgen(Formularsendung.von(start).ohne("csrf"));
        verlange403(antwort, katalog, "zum Beginnen ohne Sicherheitszeichen", befund);
    }

    private static void verlange403(Antwort antwort, Seite seite, String wie, Befund befund) {
        if (antwort.status() != 403) {
            befund.melde(
                    "csrf",
                    seite,
                    "Ein Formular " + wie + " wird mit Status " + antwort.status() + " statt 403 beantwortet.");
        }
    }

    private static String zeichen(Seite katalog) {
        Element feld = katalog.dokument().selectFirst(".ozg input[name=csrf]");
        return feld == null ? FALSCH : feld.attr("value");
    }
}
