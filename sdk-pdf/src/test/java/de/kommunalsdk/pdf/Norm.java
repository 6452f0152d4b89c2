/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says. */
final class Norm {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Norm() {}

    /** Fails unless the PDF meets PDF/UA-1 and PDF/A-3u. */
    static void erfuellt(byte[] pdf) {
        assertThat(verstoesse(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
        assertThat(verstoesse(pdf, PDFAFlavour.PDFA_3_U)).as("PDF/A-3u").isEmpty();
    }

    /** Broken rules, with how often and one message. */
    static Map<String, String> verstoesse(byte[] pdf, PDFAFlavour norm) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), norm);
                PDFAValidator pruefer = Foundries.defaultInstance().createValidator(norm, false)) {
            ValidationResult ergebnis = pruefer.validate(parser);
            Map<String, String> gefunden = new TreeMap<>();
            for (TestAssertion a : ergebnis.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    gefunden.put(
                            a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber(),
                            a.getMessage() + " " + a.getErrorMessage() + " "
                                    + a.getLocation().getContext());
                }
            }
            assertThat(ergebnis.isCompliant()).isEqualTo(gefunden.isEmpty());
            return gefunden;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
