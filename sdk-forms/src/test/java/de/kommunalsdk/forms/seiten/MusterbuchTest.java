/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import static de.kommunalsdk.forms.probe.Probeformular.BEGINN;
import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MusterbuchTest {

    private static final List<String> WERTE = List.of(
            "", "<b>&\"'", "2026-11-23", "2026-11", "31.2.", "12.50", "10:30:00", "true", "false", "A", "1", "\uFDD0");
    private static final Mandant MANDANT = mandant();

    /** The first time a field is written by its template, later by its pattern, made with another answer. */
    @Test
    void aPatternWritesWhatTheTemplateWrites() {
        int verglichen = 0;
        for (Locale sprache : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            for (String praefix : List.of("", "x_", "\"><i>")) {
                Vorlagensatz vorlagen = new Vorlagensatz(List.of(), getClass().getClassLoader());
                for (int runde = 0; runde < 3; runde++) {
                    for (String wert : WERTE) {
                        verglichen += vergleiche(vorlagen, sprache, praefix, wert);
                    }
                }
            }
        }
        assertThat(verglichen).isGreaterThan(1_000);
    }

    private static int vergleiche(Vorlagensatz vorlagen, Locale sprache, String praefix, String wert) {
        int felder = 0;
        for (Formularseite seite : FORMULAR.seiten()) {
            Antworten antworten = ueberall(seite, wert);
            Vorlagensatz neu = new Vorlagensatz(List.of(), MusterbuchTest.class.getClassLoader());
            Formularansicht mitMuster = ansicht(vorlagen, sprache, praefix, seite, antworten);
            Formularansicht mitVorlage = ansicht(neu, sprache, praefix, seite, antworten);
            for (FeldPlatz platz : felder(seite, antworten)) {
                assertThat(html(mitMuster, platz)).as(platz.ort()).isEqualTo(html(mitVorlage, platz));
                felder++;
            }
        }
        return felder;
    }

    /** The second time a page is written around its fields by a pattern, made with other answers; other entries make another page. */
    @Test
    void aPatternOfAPageWritesWhatItsTemplatesWrite() {
        for (Locale sprache : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Vorlagensatz vorlagen = new Vorlagensatz(List.of(), getClass().getClassLoader());
            for (int runde = 0; runde < 3; runde++) {
                for (int kinder = 1; kinder <= 4; kinder++) {
                    for (Formularseite seite : FORMULAR.seiten()) {
                        Antworten antworten = ueberall(seite, WERTE.get(runde)).mitAnzahl(KIND, kinder);
                        Vorlagensatz neu =
                                new Vorlagensatz(List.of(), getClass().getClassLoader());
                        assertThat(inhalt(ansicht(vorlagen, sprache, "", seite, antworten)))
                                .isEqualTo(inhalt(ansicht(neu, sprache, "", seite, antworten)));
                        assertThat(vorlagen.muster().zu(ansicht(vorlagen, sprache, "", seite, antworten)))
                                .isNotNull();
                    }
                }
            }
        }
    }

    private static String inhalt(Formularansicht f) {
        StringOutput ziel = new StringOutput();
        f.inhalt().writeTo(new OwaspHtmlTemplateOutput(ziel));
        return ziel.toString();
    }

    @Test
    void onlyAFieldThatSaysNothingBesideHasAPattern() {
        Vorlagensatz vorlagen = new Vorlagensatz(List.of(), getClass().getClassLoader());
        Formularseite seite = FORMULAR.seite("person").orElseThrow();
        Formularansicht f = ansicht(vorlagen, Locale.GERMAN, "", seite, Antworten.LEER.mit(NAME, "Erika"));
        FeldPlatz name = felder(seite, f.antworten()).get(0);

        assertThat(vorlagen.muster().zu(f, name, null)).isNull();
        assertThat(vorlagen.muster().zu(f, name, null)).isNotNull();
        assertThat(vorlagen.muster().zu(f, name, null)).isNotNull();
        assertThat(vorlagen.muster().zu(f, new FeldPlatz(name.ort(), name.feld(), !name.pflicht()), null))
                .isNull();
    }

    /** What a host shows may depend on anything: its template is called each time. */
    @Test
    void aKindOfFieldIsReplacedByTheHost() {
        Vorlagensatz vorlagen = new Vorlagensatz(
                List.of("de.kommunalsdk.forms.wirt.vorlagen.art"), getClass().getClassLoader());
        Formularseite seite = FORMULAR.seite("angaben").orElseThrow();
        for (String tag : List.of("2026-01-02", "2026-01-03", "2026-01-04")) {
            Formularansicht f = ansicht(vorlagen, Locale.GERMAN, "", seite, Antworten.LEER.mit(BEGINN, tag));
            List<String> alle =
                    felder(seite, f.antworten()).stream().map(p -> html(f, p)).toList();
            assertThat(alle)
                    .filteredOn(html -> html.contains("eigenes-datum"))
                    .singleElement()
                    .asString()
                    .contains("data-seite=\"2\"", tag);
            assertThat(alle).anyMatch(html -> html.contains("ozg-feld"));
        }
    }

    private static Antworten ueberall(Formularseite seite, String wert) {
        Antworten.Bauer antworten = new Antworten.Bauer(Antworten.LEER.mitAnzahl(KIND, 2));
        felder(seite, Antworten.LEER.mitAnzahl(KIND, 2)).forEach(p -> antworten.mit(p.ort(), wert));
        return antworten.baue();
    }

    private static List<FeldPlatz> felder(Formularseite seite, Antworten antworten) {
        List<FeldPlatz> felder = new ArrayList<>();
        Seitenbaum.felder(Seitenbaum.von(FORMULAR, seite, antworten, HEUTE), felder::add);
        return felder;
    }

    private static String html(Formularansicht f, FeldPlatz platz) {
        StringOutput ziel = new StringOutput();
        f.feld(platz).writeTo(new OwaspHtmlTemplateOutput(ziel));
        return ziel.toString();
    }

    private static Formularansicht ansicht(
            Vorlagensatz vorlagen, Locale sprache, String praefix, Formularseite seite, Antworten antworten) {
        Ansicht ansicht = new Ansicht(
                MANDANT,
                sprache,
                new Eingebettet(praefix),
                "",
                "",
                MANDANT.stelle(),
                false,
                Hilfeangebot.KEINES,
                Optional.empty(),
                vorlagen);
        List<Platz> plaetze = Seitenbaum.von(FORMULAR, seite, antworten, HEUTE);
        return new Formularansicht(ansicht, "Probe", "/probe", seite, 2, 5, 1, antworten, plaetze, List.of(), Map.of());
    }

    private record Eingebettet(String praefix) implements Einbettung {

        @Override
        public String url(String unten) {
            return unten;
        }

        @Override
        public Map<String, String> formularfelder() {
            return Map.of();
        }
    }

    private static Mandant mandant() {
        String yaml =
                """
                id: musterstadt
                name: Stadt Musterstadt
                ars: "051110000000"
                basis_url: http://localhost/ozg
                stelle: {name: Amt, strasse: Rathausplatz 1, postleitzahl: "99999", ort: Musterstadt, telefon: "+49 30 23125 000", email: buero@musterstadt.example}
                wappen: {datei: wappen.svg, alternativtext: Wappen}
                verweise: {impressum: /impressum, datenschutz: /datenschutz, barrierefreiheit: /barrierefreiheit}
                dienste: {hund-anmelden: {}}
                """;
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies("mandant.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }
}
