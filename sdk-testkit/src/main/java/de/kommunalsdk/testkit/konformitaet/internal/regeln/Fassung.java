/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.select.Elements;

/** EP 23: every page says which version of the Dienst it belongs to; a draft stays on its version; an end is announced. */
final class Fassung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP23_Fassung",
            23,
            "Version des Dienstes",
            "Die Katalogseite nennt die Version des Dienstes, jede seiner Seiten nennt sie im Kopf (meta ozg-dienst). Ein"
                    + " Entwurf bleibt auf der Version, mit der er begonnen wurde. Läuft eine Version aus, steht der Tag"
                    + " auf der Katalogseite und im Formular.",
            "Kopf und Inhalt der Seite (Seite.kopf, Seite.inhalt) ganz ausgeben; mehrere Knoten brauchen dieselben"
                    + " Dienste.");

    private static final Pattern DIENST = Pattern.compile("[a-z0-9-]+:\\d+\\.\\d+\\.\\d+");
    private static final Pattern TAG = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4}");
    private static final DateTimeFormatter DATUM = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(browser);
        String dienst = katalog.meta("ozg-dienst");
        if (!DIENST.matcher(dienst).matches()) {
            befund.melde(
                    "fassung-fehlt", katalog, "<meta name=\"ozg-dienst\"> nennt keine Version: \"" + dienst + "\"");
            return;
        }
        if (!katalog.dokument().select(".ozg").text().contains(version(katalog))) {
            befund.melde(
                    "fassung-unsichtbar", katalog, "Die Version " + version(katalog) + " steht nicht auf der Seite.");
        }
        Seite formular = rundgang.beginne(browser, katalog);
        verlange(dienst, formular, befund);
        ablauf(katalog, formular, befund);
        Optional<String> code = Rundgang.antragsformular(formular)
                .flatMap(f -> Rundgang.knopf(f, "unterbrechen"))
                .flatMap(knopf -> Rundgang.code(rundgang.unterbreche(browser, formular)));
        if (code.isPresent()) {
            Browser anderer = rundgang.neuerBrowser();
            verlange(dienst, new Seite(Art.FORTGESETZT, rundgang.loeseEin(anderer, code.get())), befund);
        }
        rundgang.gang().seite(Art.PRUEFEN).ifPresent(s -> verlange(dienst, s, befund));
    }

    /** The version that a page states; empty when it states none. */
    static String version(Seite seite) {
        String dienst = seite.meta("ozg-dienst");
        return dienst.substring(dienst.indexOf(':') + 1);
    }

    private static void verlange(String dienst, Seite seite, Befund befund) {
        if (seite.antwort().status() == 200 && !seite.meta("ozg-dienst").equals(dienst)) {
            befund.melde(
                    "fassung-wechselt",
                    seite,
                    "Der Antrag wurde mit " + dienst + " begonnen, hier steht \"" + seite.meta("ozg-dienst") + "\".");
        }
    }

    private static void ablauf(Seite katalog, Seite formular, Befund befund) {
        String ablauf = katalog.meta("ozg-ablauf");
        if (ablauf.isEmpty()) {
            return;
        }
        String text = katalog.dokument().select(".ozg").text();
        Optional<LocalDate> tag = tag(ablauf);
        if (tag.isEmpty() || !text.contains(DATUM.format(tag.get().minusDays(1)))) {
            befund.melde(
                    "ende-nicht-angekuendigt",
                    katalog,
                    "Die Version endet am " + ablauf + ", die Seite sagt es nicht.");
        }
        Elements hinweise = formular.dokument().select(".ozg [role=note]");
        if (!TAG.matcher(hinweise.text()).find()) {
            befund.melde(
                    "ende-nicht-angekuendigt",
                    formular,
                    "Die Version endet am " + ablauf + ", das Formular sagt nicht, bis wann es weitergeht.");
        }
    }

    private static Optional<LocalDate> tag(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
