/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import org.jsoup.nodes.Element;

/** EP 29: it is always visible which Kommune is responsible, and which unit of it. */
final class ZustaendigeStelle implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP29_ZustaendigeStelle",
            29,
            "Zuständige Kommune und Stelle",
            "Jede Seite nennt über dem Inhalt die zuständige Kommune, auf allen Seiten dieselbe, und die zuständige"
                    + " Stelle.",
            "Den Inhalt der Seite (Seite.inhalt) ganz ausgeben, mit dem Kopf des SDK; name und stelle in mandant.yaml"
                    + " angeben.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        String erste = "";
        for (Seite seite : rundgang.alle()) {
            Element zeile = seite.dokument().selectFirst(".ozg-kopf p:has(strong)");
            String kommune = zeile == null ? "" : zeile.select("strong").text().strip();
            String stelle = zeile == null ? "" : zeile.ownText().strip();
            if (kommune.isEmpty()) {
                befund.melde("kommune-fehlt", seite, "Die zuständige Kommune steht nicht im Kopf der Seite.");
            } else if (erste.isEmpty()) {
                erste = kommune;
            } else if (!kommune.equals(erste)) {
                befund.melde(
                        "kommune-wechselt",
                        seite,
                        "Hier steht \"" + kommune + "\", auf der Katalogseite \"" + erste + "\".");
            }
            if (stelle.isEmpty()) {
                befund.melde("stelle-fehlt", seite, "Die zuständige Stelle steht nicht im Kopf der Seite.");
            }
        }
    }
}
