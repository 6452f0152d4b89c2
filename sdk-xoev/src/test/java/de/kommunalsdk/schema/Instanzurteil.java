/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xfall.XfallJson;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXml;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What the readers of instances and our own check say, for the fuzz tests. */
final class Instanzurteil {

    static final Pruefstand STAND = new Pruefstand(Bauplan.von(Alleskoenner.schema()));

    private Instanzurteil() {}

    /** Whether what was read is an instance; one that can be written must come back as it was. */
    static boolean gueltig(XfallErgebnis gelesen) {
        if (gelesen.werte().isPresent() != gelesen.probleme().isEmpty()) {
            throw new IllegalStateException("values and a problem, or neither");
        }
        boolean gueltig = gelesen.werte()
                .filter(werte -> Instanzpruefung.pruefe(STAND.plan, "", werte).isEmpty())
                .isPresent();
        if (gueltig) {
            Gruppenwert werte = gelesen.werte().get();
            if (!istSchreibbar(werte)) {
                return true;
            }
            byte[] xml = xml(werte);
            byte[] json = json(werte);
            Gruppenwert ausXml = XfallXmlLeser.lies(STAND.plan.schema(), "", new ByteArrayInputStream(xml))
                    .werte()
                    .orElseThrow();
            Gruppenwert ausJson = XfallJsonLeser.lies(STAND.plan.schema(), "", new ByteArrayInputStream(json))
                    .werte()
                    .orElseThrow();
            if (!ausXml.equals(ausJson) || !Arrays.equals(xml, xml(ausXml))) {
                throw new IllegalStateException("written and read is something else");
            }
        }
        return gueltig;
    }

    /** Characters that DIN 91379 does not have are no matter of the schemas. */
    private static boolean istSchreibbar(Gruppenwert werte) {
        try {
            xml(werte);
            return true;
        } catch (InvalidInput e) {
            if (e.fehlercode() != XfallFehler.NICHT_DIN_91379) {
                throw e;
            }
            return false;
        }
    }

    private static byte[] xml(Gruppenwert werte) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallXml.schreibe(STAND.plan.schema(), werte, ziel);
        return ziel.toByteArray();
    }

    private static byte[] json(Gruppenwert werte) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallJson.schreibe(STAND.plan.schema(), werte, ziel);
        return ziel.toByteArray();
    }
}
