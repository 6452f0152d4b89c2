/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJson;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXml;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whatever the bytes are, reading an instance ends with values or with problems, never with an exception; and what the
 * readers and our check take is what XSD and JSON Schema take, apart from what docs/fim.md names.
 */
class InstanzFuzzTest {

    private static final Pruefstand STAND = new Pruefstand(Bauplan.von(Alleskoenner.schema()));

    /** Characters beyond the basic plane, attributes of XML Schema itself, numbers longer than ours, DOCTYPE, XML 1.1. */
    private static final Pattern ANDERS = Pattern.compile(
            "[^\\u0000-\\uD7FF\\uE000-\\uFFFF]|schema-instance|\\d{90}|<!DOCTYPE|version\\s*=\\s*.1\\.1");

    /** Control characters as such and escaped, doubled names, long numbers and exponents. */
    private static final Pattern JSON_ANDERS =
            Pattern.compile("\\\\u|\\p{Cntrl}|\\d{90}|\\d[eE]|[\\uFFFE\\uFFFF\\uFEFF]");

    @FuzzTest
    void xml(byte[] bytes) {
        XfallErgebnis gelesen = XfallXmlLeser.lies(STAND.plan.schema(), "i.xml", new ByteArrayInputStream(bytes));
        boolean gueltig = gueltig(gelesen);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!ANDERS.matcher(text).find() && STAND.xml(bytes).isEmpty() != gueltig) {
            throw new IllegalStateException("the XSD has another opinion");
        }
    }

    @FuzzTest
    void json(byte[] bytes) {
        XfallErgebnis gelesen = XfallJsonLeser.lies(STAND.plan.schema(), "i.json", new ByteArrayInputStream(bytes));
        boolean gueltig = gueltig(gelesen);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (gueltig && !JSON_ANDERS.matcher(text).find() && !STAND.json(text).isEmpty()) {
            throw new IllegalStateException("the JSON Schema has another opinion");
        }
    }

    private static boolean gueltig(XfallErgebnis gelesen) {
        if (gelesen.werte().isPresent() != gelesen.probleme().isEmpty()) {
            throw new IllegalStateException("values and a problem, or neither");
        }
        boolean gueltig = gelesen.werte()
                .filter(werte -> Instanzpruefung.pruefe(STAND.plan, "", werte).isEmpty())
                .isPresent();
        if (gueltig) {
            Gruppenwert werte = gelesen.werte().get();
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
