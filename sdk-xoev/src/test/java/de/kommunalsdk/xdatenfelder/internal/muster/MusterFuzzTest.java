/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Muster;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The first line is a pattern, the rest a text. */
class MusterFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void passtWieJava(byte[] eingabe) {
        String beides = new String(eingabe, StandardCharsets.UTF_8);
        int zeile = beides.indexOf('\n');
        String quelle = zeile < 0 ? beides : beides.substring(0, zeile);
        String text = beides.substring(zeile + 1);
        Muster muster;
        try {
            muster = Muster.von(quelle);
        } catch (InvalidInput e) {
            return;
        }
        Automat automat = new Automat(Musterleser.lies(quelle));
        Lauf lauf = new Lauf(automat);
        boolean passt = lauf.passt(text);
        assertThat(lauf.schritte()).isLessThanOrEqualTo((text.length() + 1L) * 2 * automat.groesse());
        assertThat(muster.passt(text)).isEqualTo(passt);
        Javavergleich.passt(Pattern.compile(muster.alsJava()), text)
                .ifPresent(java -> assertThat(passt).isEqualTo(java));
        if (muster.alsJson().length() <= 2_000) { // written out, a pattern may be longer than an author's
            assertThat(Muster.von(muster.alsJson()).alsXsd()).isEqualTo(muster.alsXsd());
        }
    }
}
