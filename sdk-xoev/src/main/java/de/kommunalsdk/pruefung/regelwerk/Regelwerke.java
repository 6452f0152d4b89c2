/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.regelwerk;

import de.kommunalsdk.pruefung.Regelwerk;
import java.util.List;
import java.util.Set;

/** The standards whose rules are written here. */
public final class Regelwerke {

    /** XBau-Hochbau 2.6: all rules of its two Schematron files. */
    public static final Regelwerk XBAU_2_6 =
            new Regelwerk("XBau-Hochbau 2.6", Xbau.NAMENSRAUM, Xbau.LEER, Set.of(), Xbau.regeln());

    /** XBau-Kernmodul 1.3.0: of the Schematron files of XBau only the one against empty elements concerns it. */
    public static final Regelwerk XBAU_KERNMODUL_1_3_0 = new Regelwerk(
            "XBau-Kernmodul 1.3.0", "http://www.xleitstelle.de/xbau/kernmodul/1/3/0", Xbau.LEER, Set.of(), List.of());

    /** XSchule 1.2: all rules of its Schematron file, which lets one element be empty. */
    public static final Regelwerk XSCHULE_1_2 =
            new Regelwerk("XSchule 1.2", Xschule.NAMENSRAUM, "", Set.of("nichtGelisteterWert"), Xschule.regeln());

    private Regelwerke() {}

    /** All of them. */
    public static List<Regelwerk> alle() {
        return List.of(XBAU_2_6, XBAU_KERNMODUL_1_3_0, XSCHULE_1_2);
    }
}
