/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import static de.kommunalsdk.forms.probe.Probequellen.GEBUEHR;
import static de.kommunalsdk.forms.probe.Probequellen.HINWEIS;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Probeabfrage;
import de.kommunalsdk.mandant.MandantId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AbfragerTest {

    private static final LocalDate HEUTE = Probeformular.HEUTE;
    private static final MandantId MANDANT = new MandantId("musterstadt");
    private static final Formular FORMULAR = Probequellen.dienst().formular();
    private static final Seitenabfrage GEBUEHREN = FORMULAR.quellen().abfragen().get(0);
    private static final Map<String, String> EINGABEN = Map.of("hubraum", "1390");
    private static final Antworten GEFRAGT = Antworten.LEER.mit(HUBRAUM, "1390");

    private static Abfrager.Antwort antwort(Abfrager abfrager) {
        return abfrager.frage(FORMULAR, MANDANT, GEBUEHREN, EINGABEN, Locale.GERMAN);
    }

    private static Antworten mit(Probeabfrage port, Antworten bisher) {
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(List.of(), List.of(port), Clock.systemUTC())) {
            return quellen.abfrager().uebernimm(GEBUEHREN, antwort(quellen.abfrager()), bisher, HEUTE);
        }
    }

    private static String code(Function<Abfrage, Abfrageergebnis> ablauf) {
        return mit(Probeabfrage.mit(ablauf), GEFRAGT)
                .nachweise()
                .abfrage("gebuehr")
                .orElseThrow()
                .code();
    }

    @Test
    void aResultStandsInItsFields() {
        Antworten neu = mit(Probeabfrage.rechner(), GEFRAGT);

        assertThat(neu.wert(GEBUEHR)).isEqualTo("13.90");
        assertThat(neu.nachweise().herkunft(GEBUEHR).orElseThrow().fest()).isTrue();
        assertThat(neu.nachweise().herkunft(HINWEIS).orElseThrow().fest()).isFalse();
        assertThat(neu.nachweise().abfrage("gebuehr").orElseThrow().text()).isEqualTo("Die Gebühr ist berechnet.");
    }

    @Test
    void aNumberWithThreeDecimalsIsNoThousand() {
        Probeabfrage port = Probeabfrage.mit(a -> new Abfrageergebnis.Ergebnis(Map.of("betrag", "1.234"), ""));

        assertThat(mit(port, GEFRAGT).wert(GEBUEHR)).isEqualTo("1.234");
    }

    @Test
    void whatWasTypedIntoAFieldThatMayBeChangedStays() {
        Antworten neu =
                mit(Probeabfrage.rechner(), GEFRAGT.mit(HINWEIS, "von Hand").mit(GEBUEHR, "1"));

        assertThat(neu.wert(HINWEIS)).isEqualTo("von Hand");
        assertThat(neu.wert(GEBUEHR)).as("fixed: the look-up says what holds").isEqualTo("13.90");
    }

    @Test
    void otherInputsMakeAResultVoid() {
        Antworten neu = mit(Probeabfrage.rechner(), GEFRAGT);
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(List.of(), List.of(), Clock.systemUTC())) {
            assertThat(quellen.abfrager().ohneVeraltete(FORMULAR, neu, HEUTE)).isEqualTo(neu);
            Antworten anders = quellen.abfrager().ohneVeraltete(FORMULAR, neu.mit(HUBRAUM, "999"), HEUTE);
            assertThat(anders.werte()).isEqualTo(Map.of(HUBRAUM, "999"));
            assertThat(anders.nachweise()).isEqualTo(Antworten.LEER.nachweise());
        }
    }

    @Test
    void anEarlierResultOutlivesAFailure() {
        Antworten vorher = mit(Probeabfrage.rechner(), GEFRAGT);
        Antworten nachher = mit(Probeabfrage.mit(a -> new Abfrageergebnis.Gestoert()), vorher);
        assertThat(nachher.wert(GEBUEHR)).isEqualTo("13.90");
        assertThat(mit(Probeabfrage.mit(a -> new Abfrageergebnis.KeinErgebnis("nichts")), vorher)
                        .wert(GEBUEHR))
                .isEmpty();
    }

    @Test
    void eachFailureHasItsCode() {
        assertThat(code(a -> new Abfrageergebnis.KeinErgebnis("Nichts frei.")))
                .isEqualTo(QuellenFehler.NICHT_GEFUNDEN.code());
        assertThat(code(a -> new Abfrageergebnis.Gestoert())).isEqualTo(QuellenFehler.GESTOERT.code());
        assertThat(code(a -> {
                    throw new IllegalStateException("Erika");
                }))
                .isEqualTo(QuellenFehler.GESTOERT.code());
        assertThat(code(a -> new Abfrageergebnis.Ergebnis(Map.of(), "x".repeat(10_000_000))))
                .isEqualTo(QuellenFehler.ZU_GROSS.code());
        assertThat(code(a -> new Abfrageergebnis.Ergebnis(Map.of("betrag", "9".repeat(10_000_000)), "")))
                .isEqualTo(QuellenFehler.ZU_GROSS.code());
    }

    @Test
    void answersAreRememberedAsLongAsThePortSays() {
        Probeabfrage port = new Probeabfrage(
                new CopyOnWriteArrayList<>(),
                Duration.ofMinutes(1),
                a -> new Abfrageergebnis.Ergebnis(Map.of("betrag", "1"), ""));
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(List.of(), List.of(port), Clock.systemUTC())) {
            antwort(quellen.abfrager());
            antwort(quellen.abfrager());
            assertThat(port.fragen()).hasSize(1);
            quellen.abfrager().frage(FORMULAR, new MandantId("andere"), GEBUEHREN, EINGABEN, Locale.GERMAN);
            quellen.abfrager().frage(FORMULAR, MANDANT, GEBUEHREN, EINGABEN, Locale.ENGLISH);
            quellen.abfrager().frage(FORMULAR, MANDANT, GEBUEHREN, Map.of("hubraum", "1"), Locale.GERMAN);
            assertThat(port.fragen())
                    .as("another municipality, language, input")
                    .hasSize(4);
        }
    }

    @Test
    void failuresAreNotRemembered() {
        Probeabfrage port = new Probeabfrage(
                new CopyOnWriteArrayList<>(), Duration.ofMinutes(1), a -> new Abfrageergebnis.Gestoert());
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(List.of(), List.of(port), Clock.systemUTC())) {
            antwort(quellen.abfrager());
            antwort(quellen.abfrager());
            assertThat(port.fragen()).hasSize(2);
        }
    }
}
