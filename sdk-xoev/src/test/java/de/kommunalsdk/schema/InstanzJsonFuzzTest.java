/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJsonLeser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** As {@link InstanzXmlFuzzTest}, for JSON and the JSON Schema. */
class InstanzJsonFuzzTest {

    /** Control characters as such and escaped, doubled names, long numbers and exponents. */
    private static final Pattern JSON_ANDERS =
            Pattern.compile("\\\\u|\\p{Cntrl}|\\d{90}|\\d[eE]|[\\uFFFE\\uFFFF\\uFEFF]");

    @FuzzTest(maxDuration = "10m")
    void json(byte[] bytes) {
        XfallErgebnis gelesen =
                XfallJsonLeser.lies(Instanzurteil.STAND.plan.schema(), "i.json", new ByteArrayInputStream(bytes));
        boolean gueltig = Instanzurteil.gueltig(gelesen);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (gueltig
                && !JSON_ANDERS.matcher(text).find()
                && !Instanzurteil.STAND.json(text).isEmpty()) {
            throw new IllegalStateException("the JSON Schema has another opinion");
        }
    }
}
