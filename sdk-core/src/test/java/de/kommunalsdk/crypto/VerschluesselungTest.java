/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.OzgException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerschluesselungTest {

    private static final String ORT = "ozg_antrag/abc";
    private static final String KLARTEXT = "Erika Mustermann, SYNTHETISCH";
    private static final byte[] KLAR = KLARTEXT.getBytes(StandardCharsets.UTF_8);

    private final Verschluesselung alt = new Verschluesselung(Testschluessel.bund("k1", 1), "antrag");

    private static void abgelehnt(Verschluesselung v, byte[] geheim, String ort, CryptoFehler... moeglich) {
        assertThatThrownBy(() -> v.entschluessle(geheim, ort)).isInstanceOfSatisfying(OzgException.class, e -> {
            assertThat(e.fehlercode()).isIn((Object[]) moeglich);
            assertThat(e.retryable()).isFalse();
            assertThat(e.getMessage()).doesNotContain("Mustermann").doesNotContain(ORT);
        });
    }

    private static Stream<Arguments> klartexte() {
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("one byte", new byte[] {0}),
                Arguments.of("text", KLAR),
                Arguments.of("a megabyte", new byte[1 << 20]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("klartexte")
    void opensWhatItSealed(String name, byte[] klar) {
        assertThat(alt.entschluessle(alt.verschluessle(klar, ORT), ORT)).isEqualTo(klar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "_-aZ9", "abcdefghijklmnopqrstuvwxyz012345"})
    void carriesEveryAllowedNameOfAKey(String name) {
        Verschluesselung v = new Verschluesselung(Testschluessel.bund(name, 1), "antrag");
        byte[] geheim = v.verschluessle(KLAR, ORT);
        assertThat(geheim[0]).isEqualTo((byte) 1);
        assertThat(new String(geheim, 2, geheim[1], StandardCharsets.US_ASCII)).isEqualTo(name);
        assertThat(v.entschluessle(geheim, ORT)).isEqualTo(KLAR);
    }

    @Test
    void hidesTheTextAndNeverRepeatsItself() {
        Set<String> gesehen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            byte[] geheim = alt.verschluessle(KLAR, ORT);
            String zeichen = new String(geheim, StandardCharsets.ISO_8859_1);
            assertThat(zeichen).doesNotContain("Mustermann");
            // header of 4 bytes, then the nonce
            assertThat(gesehen.add(zeichen.substring(4, 16))).as("nonce is new").isTrue();
        }
    }

    @Test
    void refusesAFlippedBitInAnyByte() {
        byte[] geheim = alt.verschluessle(KLAR, ORT);
        for (int stelle = 0; stelle < geheim.length; stelle++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] kopie = geheim.clone();
                kopie[stelle] ^= (byte) (1 << bit);
                // a changed name of the key (and its length) may name a key that is not here
                if (stelle >= 1 && stelle <= 3) {
                    abgelehnt(alt, kopie, ORT, CryptoFehler.VERAENDERT, CryptoFehler.UNBEKANNTER_SCHLUESSEL);
                } else {
                    abgelehnt(alt, kopie, ORT, CryptoFehler.VERAENDERT);
                }
            }
        }
    }

    @Test
    void refusesEveryTruncationAndAnAppendedByte() {
        byte[] geheim = alt.verschluessle(KLAR, ORT);
        IntStream.range(0, geheim.length)
                .forEach(n -> abgelehnt(alt, Arrays.copyOf(geheim, n), ORT, CryptoFehler.VERAENDERT));
        abgelehnt(alt, Arrays.copyOf(geheim, geheim.length + 1), ORT, CryptoFehler.VERAENDERT);
    }

    @Test
    void refusesAValueMovedToAnotherPlace() {
        byte[] geheim = alt.verschluessle(KLAR, ORT);
        for (String anderer : new String[] {"", "ozg_antrag/abd", "ozg_antrag/ab", "ozg_antrag/abc "}) {
            abgelehnt(alt, geheim, anderer, CryptoFehler.VERAENDERT);
        }
    }

    @Test
    void refusesAValueOfAnotherPurpose() {
        Verschluesselung anlage = new Verschluesselung(Testschluessel.bund("k1", 1), "anlage");
        abgelehnt(anlage, alt.verschluessle(KLAR, ORT), ORT, CryptoFehler.VERAENDERT);
    }

    @Test
    void refusesAnotherSecretUnderTheSameName() {
        Verschluesselung fremd = new Verschluesselung(Testschluessel.bund("k1", 2), "antrag");
        abgelehnt(fremd, alt.verschluessle(KLAR, ORT), ORT, CryptoFehler.VERAENDERT);
    }

    @Test
    void namesAMissingKey() {
        Verschluesselung ohne = new Verschluesselung(Testschluessel.bund("k2", 1), "antrag");
        abgelehnt(ohne, alt.verschluessle(KLAR, ORT), ORT, CryptoFehler.UNBEKANNTER_SCHLUESSEL);
    }

    @Test
    void refusesAValueRelabelledWithTheNameOfAnotherKeyOfTheSameSecret() {
        Schluesselbund beide = Schluesselbund.builder()
                .schluessel("k1", Testschluessel.geheimnis(1))
                .schluessel("k2", Testschluessel.geheimnis(1))
                .aktiv("k1")
                .baue();
        Verschluesselung v = new Verschluesselung(beide, "antrag");
        byte[] geheim = v.verschluessle(KLAR, ORT);
        geheim[3] = '2';
        abgelehnt(v, geheim, ORT, CryptoFehler.VERAENDERT);
    }

    @Test
    void afterARotationOpensTheOldAndSealsWithTheNew() {
        Schluesselbund gewechselt = Schluesselbund.builder()
                .schluessel("k1", Testschluessel.geheimnis(1))
                .schluessel("k2", Testschluessel.geheimnis(2))
                .aktiv("k2")
                .baue();
        Verschluesselung neu = new Verschluesselung(gewechselt, "antrag");
        byte[] frueher = alt.verschluessle(KLAR, ORT);
        byte[] heute = neu.verschluessle(KLAR, ORT);

        assertThat(neu.entschluessle(frueher, ORT)).isEqualTo(KLAR);
        assertThat(neu.istVeraltet(frueher)).isTrue();
        assertThat(neu.istVeraltet(heute)).isFalse();
        assertThat(neu.entschluessle(heute, ORT)).isEqualTo(KLAR);
        abgelehnt(alt, heute, ORT, CryptoFehler.UNBEKANNTER_SCHLUESSEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void tellsThatRubbishIsNotAnEncryptedValue(int laenge) {
        assertThatThrownBy(() -> alt.istVeraltet(new byte[laenge]))
                .isInstanceOfSatisfying(
                        OzgException.class, e -> assertThat(e.fehlercode()).isEqualTo(CryptoFehler.VERAENDERT));
    }
}
