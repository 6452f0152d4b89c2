/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** EP 34: the Kommune shows its Wappen. */
final class Wappenbild implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP34_Wappen",
            34,
            "Wappen der Kommune",
            "Jede Seite zeigt das Wappen der Kommune mit einem Alternativtext; das Bild lässt sich laden.",
            "wappen.datei und wappen.alternativtext in mandant.yaml angeben und die Adresse /_/wappen unter dem Pfad des"
                    + " SDK durchreichen.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Map<String, Seite> bilder = new LinkedHashMap<>();
        for (Seite seite : rundgang.alle()) {
            Element bild = seite.dokument().selectFirst(".ozg-kopf img[src]");
            if (bild == null) {
                befund.melde("wappen-fehlt", seite, "Im Kopf der Seite steht kein Wappen.");
                continue;
            }
            if (bild.attr("alt").isBlank()) {
                befund.melde("alternativtext-fehlt", seite, "Das Wappen hat keinen Alternativtext.");
            }
            bilder.putIfAbsent(bild.absUrl("src"), seite);
        }
        bilder.forEach((adresse, seite) -> lade(browser, adresse, seite, befund));
    }

    private static void lade(Browser browser, String adresse, Seite seite, Befund befund) {
        URI uri;
        try {
            uri = URI.create(adresse);
        } catch (IllegalArgumentException e) {
            befund.melde("wappen-laedt-nicht", seite, "Die Adresse des Wappens ist keine.");
            return;
        }
        if (!browser.istEigene(uri)) {
            befund.melde("wappen-laedt-nicht", seite, "Das Wappen liegt außerhalb des Portals.");
            return;
        }
        Antwort bild = browser.hole(uri);
        if (bild.status() != 200 || !bild.medientyp().startsWith("image/") || bild.laenge() == 0) {
            befund.melde(
                    "wappen-laedt-nicht",
                    seite,
                    uri.getRawPath() + " antwortet mit Status " + bild.status() + ", Typ \"" + bild.medientyp()
                            + "\" und " + bild.laenge() + " Bytes.");
        }
    }
}
