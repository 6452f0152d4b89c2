/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.internal.muster.Dialekte.Probe;
import de.kommunalsdk.xdatenfelder.internal.muster.Zufallsmuster.Stueck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random patterns mean the same to the matcher, to java.util.regex, to the JDK's XSD processor and to networknt. */
class DialekteTest {

    private static final int TEXTE = 10;
    private static final int MUSTER = 300;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void allEnginesTakeTheSameTexts(long saat, boolean mitKategorien) {
        Zufallsmuster zufall = new Zufallsmuster(new Random(saat), mitKategorien);
        List<String> xsd = new ArrayList<>();
        List<Probe> proben = new ArrayList<>();
        List<Boolean> unsere = new ArrayList<>();
        List<String> quellen = new ArrayList<>();
        int ohneZeichen = 0;
        int ohneEnde = 0;
        while (xsd.size() < MUSTER) {
            Stueck stueck = zufall.muster();
            Muster muster;
            try {
                muster = Muster.von(stueck.quelle());
            } catch (InvalidInput e) {
                // such as [^\s\S]
                assertThat(e.fehlercode()).as(stueck.quelle()).isEqualTo(XdfFehler.MUSTER_NICHT_ERLAUBT);
                assertThat(e).as(stueck.quelle()).hasMessageContaining("ohne ein Zeichen");
                ohneZeichen++;
                continue;
            }
            Pattern gemeint = Pattern.compile(stueck.java());
            Pattern java = Pattern.compile(muster.alsJava());
            Schema json = Dialekte.json(muster.alsJson());
            for (int i = 0; i < TEXTE; i++) {
                String text = zufall.text(stueck);
                Optional<Boolean> erwartet = Javavergleich.passt(gemeint, text);
                if (erwartet.isEmpty() || Javavergleich.passt(java, text).isEmpty()) {
                    // the other engines try all ways, too
                    ohneEnde++;
                    continue;
                }
                boolean passt = muster.passt(text);
                String fall = stueck.quelle() + " -> " + muster.alsJava() + " : " + text;
                assertThat(passt).as(fall).isEqualTo(erwartet.get());
                assertThat(java.matcher(text).matches()).as(fall).isEqualTo(passt);
                assertThat(Dialekte.json(json, text)).as(fall).isEqualTo(passt);
                proben.add(new Probe(xsd.size(), text));
                unsere.add(passt);
            }
            assertThat(Muster.von(muster.alsJson()).alsJson()).isEqualTo(muster.alsJson());
            quellen.add(stueck.quelle());
            xsd.add(muster.alsXsd());
        }
        Set<Integer> abgelehnt = Dialekte.xsdLehntAb(xsd, proben);
        for (int i = 0; i < proben.size(); i++) {
            int nummer = proben.get(i).muster();
            assertThat(!abgelehnt.contains(i))
                    .as(quellen.get(nummer) + " -> " + xsd.get(nummer) + " : "
                            + proben.get(i).text())
                    .isEqualTo(unsere.get(i));
        }
        // the test would prove little with one answer only
        assertThat(abgelehnt).hasSizeBetween(proben.size() / 5, proben.size() * 4 / 5);
        assertThat(ohneZeichen).isLessThan(50);
        assertThat(ohneEnde).isLessThan(50);
    }
}
