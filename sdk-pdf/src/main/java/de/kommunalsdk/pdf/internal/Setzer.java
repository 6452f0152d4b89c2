/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Sets one document. */
public final class Setzer {

    /** What holds for every document, and what a style sheet of a template may change. */
    static final String STIL = "@page { size: A4; margin: 20mm 20mm 22mm 25mm; font-size: 8pt }"
            + " * { font-family: " + Schriften.FAMILIE + " !important }"
            + " body { margin: 0; font-size: 10pt; line-height: 1.35; word-wrap: break-word }";

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false); // its messages quote the content, which never belongs into a log
    }

    private Setzer() {}

    /** Makes the PDF. Throws codes of {@link SchriftstueckFehler}. */
    public static Pdf setze(Druckvorlage vorlage, int elemente, int hoechstens) {
        Inhalt inhalt = Inhalt.lies(vorlage, elemente);
        ByteArrayOutputStream ziel = new ByteArrayOutputStream(1 << 17);
        PdfRendererBuilder bau = new PdfRendererBuilder();
        bau.withW3cDocument(inhalt.baum(), null);
        bau.useExternalResourceAccessControl(
                (uri, art) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        bau.useUriResolver((basis, uri) -> uri.startsWith("data:image/") ? uri : null);
        bau.useFont(() -> Schriften.oeffne(Schriften.NORMAL), Schriften.FAMILIE, 400, FontStyle.NORMAL, true);
        bau.useFont(() -> Schriften.oeffne(Schriften.FETT), Schriften.FAMILIE, 700, FontStyle.NORMAL, true);
        bau.useUnicodeBidiSplitter(Schreibrichtung::new);
        bau.useUnicodeBidiReorderer(Schreibrichtung.UMKEHRER);
        bau.defaultTextDirection(TextDirection.LTR);
        bau.usePdfUaAccessibility(true);
        bau.usePdfAConformance(PdfAConformance.PDFA_3_U);
        bau.useColorProfile(SRGB);
        bau.withProducer(Eigenschaften.ERZEUGER);
        bau.toStream(ziel);
        try (PdfBoxRenderer satz = bau.buildPdfRenderer()) {
            satz.layout();
            int seiten = satz.getRootBox().getLayer().getPages().size();
            if (seiten > hoechstens) {
                throw new InvalidInput(SchriftstueckFehler.ZU_VIELE_SEITEN, seiten + " statt " + hoechstens);
            }
            satz.createPDFWithoutClosing();
            PDDocument pdf = satz.getPdfDocument();
            Eigenschaften.setze(pdf, vorlage);
            pdf.save(ziel);
            return new Pdf(ziel.toByteArray(), seiten, inhalt.ersetzte());
        } catch (IOException e) {
            throw new ServiceUnavailable(SchriftstueckFehler.SATZ, e.getClass().getName(), null);
        }
    }
}
