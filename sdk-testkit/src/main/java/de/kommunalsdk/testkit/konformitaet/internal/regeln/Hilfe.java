/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.regex.Pattern;
import org.jsoup.select.Elements;

/** EP 8: somebody can be asked, on every page. */
final class Hilfe implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP08_Hilfe",
            8,
            "Ansprechstelle auf jeder Seite",
            "Jede Seite des Antrags nennt, wie die zuständige Stelle zu erreichen ist: Telefon oder E-Mail.",
            "Den Inhalt der Seite (Seite.inhalt) ganz ausgeben, mit dem Abschnitt \"Zuständige Stelle\"; telefon und"
                    + " email der stelle in mandant.yaml angeben.");

    private static final Pattern TELEFON = Pattern.compile("(\\+|\\b0)[0-9][0-9 /()–-]{4,24}[0-9]");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        for (Seite seite : rundgang.alle()) {
            Elements anschriften = seite.dokument().select(".ozg address");
            boolean erreichbar =
                    !anschriften.select("a[href^=mailto:], a[href^=tel:]").isEmpty()
                            || TELEFON.matcher(anschriften.text()).find();
            if (!erreichbar) {
                befund.melde("kontakt-fehlt", seite, "Es gibt keine Anschrift (<address>) mit Telefon oder E-Mail.");
            }
        }
    }
}
