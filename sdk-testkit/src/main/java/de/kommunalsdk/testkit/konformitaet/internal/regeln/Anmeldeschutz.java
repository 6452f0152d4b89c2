/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang.Aufbruch;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konto.Kontosimulator;
import de.kommunalsdk.testkit.konto.Testperson;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** EP 13: nobody is logged in by an answer that is not for this browser or not from the account. */
final class Anmeldeschutz implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP13_Anmeldung",
            13,
            "Anmeldung gegen Missbrauch geschützt",
            "Antworten des Nutzerkontos ohne Signatur, ohne begonnene Anmeldung oder in einem anderen Browser werden"
                    + " abgewiesen, und die Seite dazu zeigt nichts von der Person; die Cookies der Anmeldung sind HttpOnly,"
                    + " mit SameSite, ohne Domain und bei https Secure mit __Host-.",
            "Cookies und Antworten von KontoServlet unverändert durchreichen; keinen anderen Empfänger vor /konto/acs/"
                    + " setzen.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang portal, Befund befund) {
        Anmeldegang gang = new Anmeldegang(portal);
        Kontosimulator simulator = gang.konto().simulator();
        Testperson person = gang.konto().person();

        Browser browser = portal.neuerBrowser();
        int vorher = vorDerAnmeldung(gang, browser);
        Aufbruch aufbruch = gang.brichAuf(browser);
        Seite unsigniert = gang.kehreHeim(
                browser,
                aufbruch.marke(),
                simulator
                        .bauer(aufbruch.anfrage(), person)
                        .signiert(false, false)
                        .baue());
        verlangeAbweisung("unsigniert", unsigniert, "Eine Antwort ohne Signatur", person, befund);

        Aufbruch zweiter = gang.brichAuf(browser);
        String gut = simulator.bauer(zweiter.anfrage(), person).baue();
        String fremdeMarke = gedreht(zweiter.marke());
        verlangeAbweisung(
                "unaufgefordert",
                gang.kehreHeim(browser, fremdeMarke, gut),
                "Eine Antwort, zu der keine Anmeldung begonnen wurde,",
                person,
                befund);
        verlangeAbweisung(
                "fremder-browser",
                gang.kehreHeim(portal.neuerBrowser(), zweiter.marke(), gut),
                "Eine Antwort in einem anderen Browser",
                person,
                befund);
        gang.kehreHeim(browser, zweiter.marke(), gut);
        boolean https = "https".equals(portal.pruefling().basis().getScheme());
        Set<String> gesehen = new HashSet<>();
        browser.verlauf().stream()
                .skip(vorher)
                .filter(antwort -> !antwort.adresse()
                        .getRawPath()
                        .startsWith(portal.pruefling().basis().getRawPath()))
                .flatMap(antwort -> antwort.koepfe("Set-Cookie").stream())
                .filter(zeile -> gesehen.add(zeile.split("=", 2)[0]))
                .filter(zeile -> !istGeschuetzt(zeile, https))
                .forEach(zeile -> befund.melde(
                        "cookie-ungeschuetzt",
                        "Cookie " + zeile.split("=", 2)[0],
                        "Es fehlt HttpOnly, SameSite oder (bei https) Secure und __Host-, oder es steht Domain dabei.",
                        REGEL.abhilfe()));
    }

    /** How many answers the browser had before the login: their cookies are of the forms, which have a rule of their own. */
    private static int vorDerAnmeldung(Anmeldegang gang, Browser browser) {
        gang.rundgang().katalog(browser);
        return browser.verlauf().size();
    }

    private static void verlangeAbweisung(String code, Seite seite, String was, Testperson person, Befund befund) {
        if (seite.antwort().status() < 400 || Anmeldegang.istImAntrag(seite)) {
            befund.melde(
                    code, seite, was + " wird mit Status " + seite.antwort().status() + " angenommen.");
        }
        String text = seite.antwort().text();
        if (person.attribute().values().stream().filter(w -> w.length() > 3).anyMatch(text::contains)) {
            befund.melde("personendaten", seite, "Die Seite zeigt Angaben der Person, die nicht angemeldet ist.");
        }
    }

    /** Another token of the same form. */
    private static String gedreht(String marke) {
        int ende = marke.indexOf('_', 20) < 0 ? marke.length() : marke.indexOf('_', 20);
        return new StringBuilder(marke.substring(0, ende)).reverse() + marke.substring(ende);
    }

    static boolean istGeschuetzt(String zeile, boolean https) {
        List<String> angaben = Arrays.stream(zeile.toLowerCase(Locale.ROOT).split(";", -1))
                .skip(1)
                .map(String::strip)
                .toList();
        return angaben.contains("httponly")
                && angaben.stream().anyMatch(a -> a.startsWith("samesite="))
                && angaben.stream().noneMatch(a -> a.startsWith("domain="))
                && (!https || angaben.contains("secure") && zeile.startsWith("__Host-"));
    }
}
