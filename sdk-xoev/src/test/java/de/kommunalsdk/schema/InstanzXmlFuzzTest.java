/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whatever the bytes are, reading an instance in XML ends with values or with problems, never with an exception; and what
 * the reader and our check take is what the XSD takes, apart from what docs/fim.md names.
 */
class InstanzXmlFuzzTest {

    /** Characters beyond the basic plane, attributes of XML Schema itself, numbers longer than ours, DOCTYPE, XML 1.1. */
    private static final Pattern ANDERS = Pattern.compile(
            "[^\\u0000-\\uD7FF\\uE000-\\uFFFF]|schema-instance|\\d{90}|<!DOCTYPE|version\\s*=\\s*.1\\.1");

    @FuzzTest(maxDuration = "10m")
    void xml(byte[] bytes) {
        XfallErgebnis gelesen =
                XfallXmlLeser.lies(Instanzurteil.STAND.plan.schema(), "i.xml", new ByteArrayInputStream(bytes));
        boolean gueltig = Instanzurteil.gueltig(gelesen);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!ANDERS.matcher(text).find() && Instanzurteil.STAND.xml(bytes).isEmpty() != gueltig) {
            throw new IllegalStateException("the XSD has another opinion");
        }
    }
}
