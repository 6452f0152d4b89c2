/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiegelTest {

    private static final Instant JETZT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration STUNDE = Duration.ofHours(1);
    private static final String ZEICHEN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. =+/";

    private final Schluesselbund bund = Testschluessel.bund("k1", 1);
    private final Siegel siegel = um(JETZT);

    private Siegel um(Instant zeit) {
        return new Siegel(bund, Clock.fixed(zeit, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b.c", "Grüße; =, \"x\"\n\u0000", "\uD83D\uDC15"})
    void opensWhatItSealed(String inhalt) {
        String text = siegel.siegle("entwurf", inhalt, STUNDE);
        assertThat(text).matches("[A-Za-z0-9._-]+");
        assertThat(siegel.oeffne("entwurf", text)).contains(inhalt);
    }

    @Test
    void opensUntilTheLastSecondAndNotAfter() {
        String text = siegel.siegle("entwurf", "abc", STUNDE);
        assertThat(um(JETZT.plus(STUNDE).minusSeconds(1)).oeffne("entwurf", text))
                .contains("abc");
        assertThat(um(JETZT.plus(STUNDE)).oeffne("entwurf", text)).isEmpty();
        assertThat(um(JETZT.plus(Duration.ofDays(3650))).oeffne("entwurf", text))
                .isEmpty();
    }

    @Test
    void refusesAnotherPurpose() {
        String text = siegel.siegle("entwurf", "abc", STUNDE);
        assertThat(siegel.oeffne("csrf", text)).isEmpty();
        assertThat(siegel.oeffne("", text)).isEmpty();
    }

    @Test
    void refusesAnyOtherCharacterAtAnyPlace() {
        String text = siegel.siegle("entwurf", "abcd", STUNDE);
        for (int stelle = 0; stelle < text.length(); stelle++) {
            for (char zeichen : ZEICHEN.toCharArray()) {
                String anders = text.substring(0, stelle) + zeichen + text.substring(stelle + 1);
                if (!anders.equals(text)) {
                    assertThat(siegel.oeffne("entwurf", anders))
                            .as("character %s at %d", zeichen, stelle)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void refusesEveryTruncationAndAnyAddition() {
        String text = siegel.siegle("entwurf", "abc", STUNDE);
        for (int laenge = 0; laenge < text.length(); laenge++) {
            assertThat(siegel.oeffne("entwurf", text.substring(0, laenge))).isEmpty();
        }
        for (String mehr : new String[] {"A", "=", ".", " ", "\n"}) {
            assertThat(siegel.oeffne("entwurf", text + mehr)).isEmpty();
            assertThat(siegel.oeffne("entwurf", mehr + text)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "....",
                "k1.99999999999.YWJj.",
                "k1.99999999999.YWJj.!!!!",
                "k1.-1.YWJj.YWJj",
                "k1.99999999999999999999.YWJj.YWJj",
                "k1.\u0661\u0662.YWJj.YWJj",
                "unbekannt.99999999999.YWJj.YWJj"
            })
    void refusesWhatIsNoSeal(String text) {
        assertThat(siegel.oeffne("entwurf", text)).isEmpty();
    }

    @Test
    void refusesALongerLifeWithTheOldMac() {
        String[] teile = siegel.siegle("entwurf", "abc", STUNDE).split("\\.", -1);
        String spaeter = teile[0] + "." + (Long.parseLong(teile[1]) + 1) + "." + teile[2] + "." + teile[3];
        assertThat(siegel.oeffne("entwurf", spaeter)).isEmpty();
    }

    @Test
    void refusesTheSealOfAnotherInstallation() {
        Siegel fremd = new Siegel(Testschluessel.bund("k1", 2), Clock.fixed(JETZT, ZoneOffset.UTC));
        assertThat(siegel.oeffne("entwurf", fremd.siegle("entwurf", "abc", STUNDE)))
                .isEmpty();
    }

    @Test
    void refusesTextsBeyondItsLimitWithoutReadingThem() {
        String inhalt = "x".repeat(4096);
        assertThat(siegel.oeffne("entwurf", siegel.siegle("entwurf", inhalt, STUNDE)))
                .isEmpty();
        assertThat(siegel.oeffne("entwurf", ".".repeat(5_000_000))).isEmpty();
    }

    @Test
    void afterARotationOpensTheOldAndSealsWithTheNew() {
        Schluesselbund beide = Schluesselbund.builder()
                .schluessel("k1", Testschluessel.geheimnis(1))
                .schluessel("k2", Testschluessel.geheimnis(2))
                .aktiv("k2")
                .baue();
        Siegel neu = new Siegel(beide, Clock.fixed(JETZT, ZoneOffset.UTC));
        assertThat(neu.oeffne("entwurf", siegel.siegle("entwurf", "abc", STUNDE)))
                .contains("abc");
        assertThat(neu.siegle("entwurf", "abc", STUNDE)).startsWith("k2.");
        assertThat(siegel.oeffne("entwurf", neu.siegle("entwurf", "abc", STUNDE)))
                .isEmpty();
    }

    @Test
    void hashesTheSameOnAllNodesAndByPurpose() {
        String hash = siegel.hash("fortsetzung", "ABCDEFGHJKLMNPQR");
        assertThat(hash).matches("[A-Za-z0-9_-]{43}");
        assertThat(new Siegel(Testschluessel.bund("k1", 1), Clock.systemUTC()).hash("fortsetzung", "ABCDEFGHJKLMNPQR"))
                .isEqualTo(hash);
        assertThat(siegel.hash("grenze", "ABCDEFGHJKLMNPQR")).isNotEqualTo(hash);
        assertThat(siegel.hash("fortsetzung", "ABCDEFGHJKLMNPQS")).isNotEqualTo(hash);
        assertThat(new Siegel(Testschluessel.bund("k1", 2), Clock.systemUTC()).hash("fortsetzung", "ABCDEFGHJKLMNPQR"))
                .isNotEqualTo(hash);
    }

    @Test
    void showsNoKey() {
        String text = siegel.siegle("entwurf", "abc", STUNDE);
        assertThat(text).doesNotContain(Testschluessel.base64(1).substring(0, 40));
        assertThat(siegel.toString()).doesNotContain(Testschluessel.base64(1));
        assertThat(Base64.getUrlDecoder().decode(text.split("\\.", -1)[3])).hasSize(32);
    }
}
