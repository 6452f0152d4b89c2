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
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** EP 9: statement on accessibility, with a way to give feedback, from every page (Directive (EU) 2016/2102, article 7). */
final class Barrierefreiheitserklaerung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP09_Erklaerung",
            9,
            "Erklärung zur Barrierefreiheit",
            "Jede Seite führt zur Erklärung zur Barrierefreiheit; diese nennt, wie Barrieren gemeldet werden: mit einem"
                    + " Formular, einer E-Mail-Adresse oder einer Telefonnummer.",
            "verweise.barrierefreiheit in mandant.yaml angeben; die Erklärung mit Feedback-Mechanismus im Portal"
                    + " veröffentlichen.");

    private static final Pattern NAME = Pattern.compile("(?i)barrierefreiheit|accessibility");

    private static final Pattern KONTAKT =
            Pattern.compile("[\\w.-]+@[\\w-]+\\.\\w|(\\+|\\b0)[0-9][0-9 /()–-]{4,24}[0-9]");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Map<URI, Seite> erklaerungen = new LinkedHashMap<>();
        for (Seite seite : rundgang.alle()) {
            Optional<URI> ziel = seite.dokument().select(".ozg a[href]").stream()
                    .filter(a -> NAME.matcher(a.text()).find())
                    .findFirst()
                    .flatMap(Barrierefreiheitserklaerung::adresse);
            if (ziel.isEmpty()) {
                befund.melde("verweis-fehlt", seite, "Kein Verweis führt zur Erklärung zur Barrierefreiheit.");
            }
            ziel.filter(browser::istEigene).ifPresent(adresse -> erklaerungen.putIfAbsent(adresse, seite));
        }
        erklaerungen.forEach((adresse, seite) -> erklaerung(browser.hole(adresse), seite, befund));
    }

    private static Optional<URI> adresse(Element verweis) {
        try {
            return Optional.of(URI.create(verweis.absUrl("href")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void erklaerung(Antwort antwort, Seite seite, Befund befund) {
        String pfad = antwort.adresse().getRawPath();
        if (antwort.status() != 200
                || !antwort.istHtml()
                || antwort.dokument().select("h1").isEmpty()) {
            befund.melde("erklaerung-fehlt", seite, pfad + " antwortet mit Status " + antwort.status() + ".");
        } else if (antwort.dokument().select("main form").isEmpty()
                && !KONTAKT.matcher(antwort.dokument().body().html()).find()) {
            befund.melde("feedback-fehlt", seite, pfad + " sagt nicht, wie Barrieren gemeldet werden.");
        }
    }
}
