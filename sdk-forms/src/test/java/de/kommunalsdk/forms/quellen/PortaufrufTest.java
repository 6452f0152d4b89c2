/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.definition.QuellenFehler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortaufrufTest {

    private static final Duration KURZ = Duration.ofMillis(50);
    private static final Duration LANG = Duration.ofSeconds(60);

    private final Portaufruf aufruf = new Portaufruf();

    @AfterEach
    void close() {
        aufruf.close();
    }

    private static QuellenFehler grund(Ausgang<?> ausgang) {
        return ((Ausgang.Fehlschlag<?>) ausgang).grund();
    }

    @Test
    void givesWhatThePortSays() {
        assertThat(aufruf.rufe("a", LANG, () -> "ja")).isEqualTo(new Ausgang.Antwort<>("ja"));
    }

    @Test
    void whatIsThrownAndNothingAtAllAreFailures() {
        assertThat(grund(aufruf.rufe("a", LANG, () -> {
                    throw new IllegalStateException("Erika Mustermann");
                })))
                .isEqualTo(QuellenFehler.GESTOERT);
        assertThat(grund(aufruf.rufe("a", LANG, () -> {
                    throw new StackOverflowError();
                })))
                .isEqualTo(QuellenFehler.GESTOERT);
        assertThat(grund(aufruf.rufe("a", LANG, () -> null))).isEqualTo(QuellenFehler.GESTOERT);
    }

    @Test
    void aPortThatHangsIsInterruptedAndNotWaitedFor() throws Exception {
        CountDownLatch unterbrochen = new CountDownLatch(1);

        assertThat(grund(aufruf.rufe("a", KURZ, () -> {
                    try {
                        return new CompletableFuture<String>().get();
                    } catch (InterruptedException e) {
                        unterbrochen.countDown();
                        throw e;
                    }
                })))
                .isEqualTo(QuellenFehler.FRIST);
        assertThat(unterbrochen.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPortThatIgnoresItsInterruptionUsesUpItsOwnCallsOnly() {
        CountDownLatch ende = new CountDownLatch(1);
        for (int i = 0; i < Portaufruf.JE_PORT; i++) {
            assertThat(grund(aufruf.rufe("stur", KURZ, () -> warteStur(ende)))).isEqualTo(QuellenFehler.FRIST);
        }

        assertThat(grund(aufruf.rufe("stur", LANG, () -> "nie"))).isEqualTo(QuellenFehler.UEBERLAST);
        assertThat(aufruf.rufe("anderer", LANG, () -> "ja")).isEqualTo(new Ausgang.Antwort<>("ja"));
        ende.countDown();
    }

    private static String warteStur(CountDownLatch ende) {
        while (true) {
            try {
                ende.await();
                return "spät";
            } catch (InterruptedException e) {
                // goes on, as a badly written client does
            }
        }
    }

    @Test
    void manyCallsAtOnceAllGetTheirAnswerOrARefusal() throws Exception {
        ExecutorService rufer = Executors.newFixedThreadPool(16);
        List<Future<Ausgang<Integer>>> alle = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int zahl = i;
            alle.add(rufer.submit(() -> aufruf.rufe("port-" + zahl % 3, LANG, () -> zahl)));
        }
        int beantwortet = 0;
        for (int i = 0; i < alle.size(); i++) {
            Ausgang<Integer> ausgang = alle.get(i).get();
            if (ausgang instanceof Ausgang.Antwort<Integer> antwort) {
                assertThat(antwort.wert()).isEqualTo(i);
                beantwortet++;
            } else {
                assertThat(grund(ausgang)).isEqualTo(QuellenFehler.UEBERLAST);
            }
        }
        rufer.shutdown();
        assertThat(beantwortet).isGreaterThan(100);
        assertThat(aufruf.rufe("port-0", LANG, () -> 1)).isEqualTo(new Ausgang.Antwort<>(1));
    }

    @Test
    void theShortMemoryIsBoundedAndForgets() {
        Instant[] jetzt = {Instant.EPOCH};
        Clock uhr = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return jetzt[0];
            }
        };
        Kurzspeicher<String, Integer> speicher = new Kurzspeicher<>(2, uhr);
        speicher.merke("a", 1, Duration.ofMinutes(1));
        speicher.merke("b", 2, Duration.ofMinutes(1));
        assertThat(speicher.hole("a")).contains(1);
        speicher.merke("c", 3, Duration.ofMinutes(1));

        assertThat(speicher.hole("b"))
                .as("the one that was not used for longest")
                .isEmpty();
        assertThat(speicher.hole("a")).contains(1);
        jetzt[0] = Instant.EPOCH.plusSeconds(60);
        assertThat(speicher.hole("a")).isEmpty();
    }
}
