/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The work is counted in steps, memory in bytes; nothing here measures time. */
class LaufTest {

    private static final ThreadMXBean SPEICHER = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*b",
                "(.*)*x",
                "(a|aa)+",
                "(a*)*b",
                "([a-z]+)*=",
                "(.*a){20}",
                "((a?){30}){30}b",
                "(a?){50}a{50}b",
                "(a{1,50}b?){1,90}c",
                ".*.*.*.*.*=.*",
                "(((a?b?)*c?)*d?)*e",
                "(.{0,2000}x|.{0,2000}y){1}",
                "a{5000}",
                "(\\p{L}|\\p{Lu}|[^\\p{N}])*!!"
            })
    void stepsGrowWithTheTextAndNotFaster(String muster) {
        Automat automat = new Automat(Musterleser.lies(muster));
        long einfach = schritte(automat, "a".repeat(2_500));
        long doppelt = schritte(automat, "a".repeat(5_000));
        assertThat(doppelt).isLessThanOrEqualTo(einfach * 5 / 2);
        assertThat(doppelt).isLessThanOrEqualTo(5_001L * 2 * automat.groesse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|a)*b", ".{0,4900}x|.*", "(.*)*x", "(ab?){3,}", "[^\\p{N}]*!"})
    void aMillionCharactersCostAFewStepsEachAndNoMemory(String muster) {
        Automat automat = new Automat(Musterleser.lies(muster));
        String text = "a".repeat(1_000_000);
        assertThat(schritte(automat, text)).isLessThan(20_000_000);
        assertThat(belegt(() -> new Lauf(automat).passt(text))).isLessThan(200_000);
    }

    @Test
    void theLargestAutomatonIsBounded() {
        Automat automat = new Automat(Musterleser.lies("(ab){2400}|(ab?){0,90}"));
        assertThat(automat.groesse()).isLessThan(3 * Musterleser.MAX_UMFANG);
        assertThat(new Lauf(automat).passt("ab".repeat(2_400))).isTrue();
        assertThat(new Lauf(automat).passt("ab".repeat(2_399))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{1,1000}){1,1000}",
                "((a{1,100}){1,100}){1,100}",
                "(((((a{99}){99}){99}){99}){99}){99}",
                "(((a+){1,99}b){1,99}c){1,99}",
                "a{5001}",
                "a{1,99999999999999999999}",
                "(ab){2501}",
                "((a?){5000}){5000}"
            })
    void explosionsAreRefusedBeforeTheyHappen(String muster) {
        assertThat(belegt(() -> code(muster))).isLessThan(100_000);
        assertThat(code(muster)).isEqualTo(XdfFehler.MUSTER_ZU_GROSS);
    }

    @Test
    void tooDeepIsRefusedAndTheDeepestNeedsLittleStack() throws InterruptedException {
        assertThat(code(geschachtelt(126))).isEqualTo(XdfFehler.MUSTER_ZU_TIEF);
        AtomicReference<Object> ergebnis = new AtomicReference<>();
        Thread faden = new Thread(
                null,
                () -> {
                    try {
                        Muster muster = Muster.von(geschachtelt(124));
                        ergebnis.set(muster.passt("ab".repeat(100))
                                && !muster.alsXsd().isEmpty());
                    } catch (StackOverflowError e) {
                        ergebnis.set(e);
                    }
                },
                "kleiner-stapel",
                256 * 1024);
        faden.start();
        faden.join();
        assertThat(ergebnis.get()).isEqualTo(true);
    }

    /** Each level is a repetition of a sequence. */
    private static String geschachtelt(int ebenen) {
        return "(".repeat(ebenen) + "a" + "b?)*".repeat(ebenen);
    }

    @ParameterizedTest
    @CsvSource({"(,a,),999", "(?:,x|y,)?,248", "'','a|',b,999", "'',[ab],'',499", "'','\\p{L}',a,399"})
    void patternsOfTwoThousandCharactersCostLittle(String davor, String mitte, String danach, int mal) {
        String muster = davor.repeat(mal)
                + (danach.isEmpty() || davor.isEmpty() ? mitte.repeat(mal) : mitte)
                + danach.repeat(davor.isEmpty() ? 1 : mal);
        assertThat(muster.length()).isLessThanOrEqualTo(2_000);
        assertThat(belegt(() -> Muster.von(muster))).isLessThan(20_000_000);
        assertThat(Muster.von(muster).alsXsd()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(ab{2,3})*c abbabbbc true",
                "(ab{2,3})*c abbabc false",
                "(a{2}|b)*a{3} aabaaaaa true",
                "(a{2}|b)*a{3} aabaaaa false",
                "(aa|a{3,5}b)+ aaaaaaaaab true",
                "(aa|a{3,5}b)+ aaaaaaaaa false",
                "(x?a{2,4})*y aaaaaxaay true",
                "(b?a{2,})*c aaabaac true",
                "(b?a{2,})*c aaabac false",
                "(a{2,}|b?)*c aaabac false",
                "(.{3}|..{3})* aaaaa false",
                "(.{3}|..{3})* aaaaaaa true",
                "a{0,3}b aaaab false",
                "(a{3})?a aa false"
            })
    void countsOverlappingEntries(String muster, String text, boolean passt) {
        assertThat(Muster.von(muster).passt(text)).isEqualTo(passt);
    }

    private static long schritte(Automat automat, String text) {
        Lauf lauf = new Lauf(automat);
        lauf.passt(text);
        return lauf.schritte();
    }

    private static XdfFehler code(String muster) {
        try {
            Muster.von(muster);
        } catch (InvalidInput e) {
            return (XdfFehler) e.fehlercode();
        }
        throw new AssertionError("taken: " + muster);
    }

    private static long belegt(Supplier<?> arbeit) {
        arbeit.get();
        long vorher = SPEICHER.getCurrentThreadAllocatedBytes();
        arbeit.get();
        return SPEICHER.getCurrentThreadAllocatedBytes() - vorher;
    }
}
