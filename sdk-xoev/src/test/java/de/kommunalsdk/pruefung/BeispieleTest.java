/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.Versionspolitik;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeispieleTest {

    @Test
    void probe() {
        Nachrichtenpruefung p = XoevDaten.pruefung(XoevDaten.xschule(), Versionspolitik.STRENG);
        for (Path d : XoevDaten.dateien("xschule-1.2-ccby/xml")) {
            System.out.println(XoevDaten.pruefe(p, XoevDaten.lies(d)).alsText().lines().map(z -> z.length() > 300 ? z.substring(0, 300) : z).distinct().toList().toString().replace("], ", "\n"));
        }
        Nachrichtenpruefung x = XoevDaten.pruefung(XoevDaten.xbau(), Versionspolitik.WARNEN);
        for (Path d : XoevDaten.dateien("samples")) {
            System.out.println(d.getFileName() + " " + XoevDaten.pruefe(x, XoevDaten.lies(d)).alsText());
        }
    }
}
