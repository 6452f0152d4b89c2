/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Code points from {@code von} to {@code bis}, both included. */
public record Bereich(int von, int bis) {

    /** What XML 1.0 can hold (production Char): an XSD can name no other character. */
    private static final List<Bereich> XML = List.of(
            new Bereich('\t', '\n'),
            new Bereich('\r', '\r'),
            new Bereich(' ', 0xD7FF),
            new Bereich(0xE000, 0xFFFD),
            new Bereich(0x10000, Character.MAX_CODE_POINT));

    /** The same code points, ascending and as few ranges as possible. */
    static List<Bereich> vereint(List<Bereich> bereiche) {
        List<Bereich> vereint = new ArrayList<>();
        for (Bereich bereich :
                bereiche.stream().sorted(Comparator.comparingInt(Bereich::von)).toList()) {
            int letzter = vereint.size() - 1;
            if (letzter >= 0 && bereich.von <= vereint.get(letzter).bis + 1) {
                Bereich davor = vereint.get(letzter);
                vereint.set(letzter, new Bereich(davor.von, Math.max(davor.bis, bereich.bis)));
            } else {
                vereint.add(bereich);
            }
        }
        return vereint;
    }

    /** All other code points. */
    static List<Bereich> gegenteil(List<Bereich> vereint) {
        List<Bereich> gegenteil = new ArrayList<>();
        int ab = 0;
        for (Bereich bereich : vereint) {
            if (ab < bereich.von) {
                gegenteil.add(new Bereich(ab, bereich.von - 1));
            }
            ab = bereich.bis + 1;
        }
        if (ab <= Character.MAX_CODE_POINT) {
            gegenteil.add(new Bereich(ab, Character.MAX_CODE_POINT));
        }
        return gegenteil;
    }

    /** Those that XML can hold. */
    static List<Bereich> inXml(List<Bereich> bereiche) {
        List<Bereich> gemeinsam = new ArrayList<>();
        for (Bereich bereich : bereiche) {
            for (Bereich xml : XML) {
                int von = Math.max(bereich.von, xml.von);
                int bis = Math.min(bereich.bis, xml.bis);
                if (von <= bis) {
                    gemeinsam.add(new Bereich(von, bis));
                }
            }
        }
        return gemeinsam;
    }
}
