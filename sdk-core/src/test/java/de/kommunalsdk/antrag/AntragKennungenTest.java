/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntragKennungenTest {

    private static final String GEHEIM = "Erika Mustermann";
    private static final byte[] INHALT = GEHEIM.getBytes(StandardCharsets.UTF_8);
    private static final Instant JETZT = Instant.parse("2026-11-23T10:00:00Z");
    private static final MandantId MANDANT = new MandantId("musterstadt");
    private static final DienstRef DIENST = new DienstRef(new DienstId("hund-anmelden"), "1.0.0");

    @Test
    void newIdsAreValidAndDiffer() {
        Set<String> gesehen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String neu = AntragId.neu().wert();
            assertThat(gesehen.add(neu)).isTrue();
            assertThat(neu).matches("[A-Za-f].*");
            assertThat(gesehen.add(AnlageId.neu().wert())).isTrue();
        }
        assertThat(gesehen).allMatch(AntragId::istGueltig).allMatch(AnlageId::istGueltig);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAA+",
                "../AAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA\n",
                "AAAAAAAAAAAAAAAAAAAAA\u00e4"
            })
    void refusesOtherShapesOfRandomIds(String text) {
        assertThat(AntragId.istGueltig(text)).isFalse();
        assertThat(AnlageId.istGueltig(text)).isFalse();
        assertThatThrownBy(() -> new AntragId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnlageId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGH", "2026-000123", "0-------0", "A234567890123456789012345678901234567890"})
    void acceptsVorgangsnummern(String text) {
        assertThat(new Vorgangsnummer(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABCDEFG",
                "abcdefgh",
                "-ABCDEFG",
                "ABCDEFG-",
                "ABCD EFGH",
                "ABCDEFGÄ",
                "ABCDEFGH\n",
                "A2345678901234567890123456789012345678901"
            })
    void refusesOtherShapesOfVorgangsnummern(String text) {
        assertThatThrownBy(() -> new Vorgangsnummer(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNothingPersonalAsText() {
        AnlageId anlageId = AnlageId.neu();
        Anlage anlage = new Anlage(anlageId, GEHEIM + ".pdf", "application/pdf", 7, "0".repeat(64));
        Entwurf entwurf = new Entwurf(AntragId.neu(), MANDANT, DIENST, 3, JETZT, JETZT, INHALT);
        Einreichung einreichung =
                new Einreichung(entwurf, "geheimerSchluessel0000", INHALT, List.of(), List.of("ablage"), Duration.ZERO);
        Antrag antrag = new Antrag(
                entwurf.id(),
                MANDANT,
                DIENST,
                Antragsstatus.EINGEREICHT,
                new Vorgangsnummer("ABCDEFGH"),
                JETZT,
                INHALT,
                "0".repeat(64),
                List.of(anlage));
        for (Object wert : List.of(
                anlage,
                entwurf,
                einreichung,
                antrag,
                new Speicherergebnis.Gespeichert(entwurf),
                new Speicherergebnis.Konflikt(entwurf),
                new Einreichungsergebnis.Eingereicht(antrag, true),
                new Einreichungsergebnis.EntwurfGeaendert(entwurf))) {
            assertThat(wert.toString()).doesNotContain("Mustermann").doesNotContain("geheimerSchluessel");
        }
        assertThat(anlage.toString()).contains(anlageId.wert());
    }

    @Test
    void needsAWayToDeliver() {
        Entwurf entwurf = new Entwurf(AntragId.neu(), MANDANT, DIENST, 1, JETZT, JETZT, INHALT);
        assertThatThrownBy(() -> new Einreichung(entwurf, "x", INHALT, List.of(), List.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
