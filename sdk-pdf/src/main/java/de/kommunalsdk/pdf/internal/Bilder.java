/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Pictures of a document, from {@code data:} URIs; an SVG is drawn into a bitmap. */
final class Bilder {

    private static final int MAX_PUNKTE = 4000;
    private static final int MAX_BYTES = 4 << 20;
    private static final int SVG_HOEHE = 480; // of a Wappen of 2 cm at 600 dpi
    private static final Set<String> FORMATE = Set.of("image/png", "image/jpeg");
    private static final XmlGrenzen GRENZEN = new XmlGrenzen(MAX_BYTES, 100, 20_000, MAX_BYTES);
    private static final DocumentLimits SVG_GRENZEN = new DocumentLimits(100, 10, 20_000);

    private Bilder() {}

    /** The {@code data:} URI of a PNG or JPEG that may be embedded. Throws OZG-PDF-0004 or 0005. */
    static String geprueft(String uri) {
        int komma = uri.indexOf(";base64,");
        if (!uri.startsWith("data:image/") || komma < 0) {
            throw new InvalidInput(SchriftstueckFehler.VERWEIS, "Bild");
        }
        String typ = uri.substring("data:".length(), komma);
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(uri.substring(komma + ";base64,".length()));
            if (bytes.length > MAX_BYTES) {
                throw new InvalidInput(SchriftstueckFehler.BILD, "Bytes");
            }
            if (typ.equals("image/svg+xml")) {
                return "data:image/png;base64," + Base64.getEncoder().encodeToString(gezeichnet(bytes));
            }
            pruefe(typ, bytes);
            return "data:" + typ + ";base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException | IllegalArgumentException | XMLStreamException e) {
            throw new InvalidInput(SchriftstueckFehler.BILD, e.getClass().getSimpleName());
        }
    }

    /** Reads only the header: a bomb never unfolds. */
    private static void pruefe(String typ, byte[] bytes) throws IOException {
        // in memory: the streams that ImageIO makes itself write a file, which a full disk refuses
        try (ImageInputStream strom = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> leser = ImageIO.getImageReaders(strom);
            if (!FORMATE.contains(typ) || !leser.hasNext()) {
                throw new InvalidInput(SchriftstueckFehler.BILD, "Format");
            }
            ImageReader erster = leser.next();
            try {
                erster.setInput(strom);
                boolean anderes = !typ.equals("image/" + erster.getFormatName().toLowerCase(java.util.Locale.ROOT));
                if (anderes || erster.getWidth(0) > MAX_PUNKTE || erster.getHeight(0) > MAX_PUNKTE) {
                    throw new InvalidInput(SchriftstueckFehler.BILD, "Format oder Bildpunkte");
                }
            } finally {
                erster.dispose();
            }
        }
    }

    private static byte[] gezeichnet(byte[] svg) throws IOException, XMLStreamException {
        try {
            XMLStreamReader leser = SecureXml.leser(new ByteArrayInputStream(svg), GRENZEN);
            while (leser.hasNext()) {
                leser.next(); // no DOCTYPE, within the limits
            }
        } catch (InvalidInput e) {
            throw new InvalidInput(SchriftstueckFehler.BILD, e.code());
        }
        SVGDocument bild = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg),
                        null,
                        LoaderContext.builder()
                                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                                .documentLimits(SVG_GRENZEN)
                                .build());
        if (bild == null || !(bild.size().height > 0) || !(bild.size().width > 0)) {
            throw new InvalidInput(SchriftstueckFehler.BILD, "SVG");
        }
        double breite = Math.ceil((double) SVG_HOEHE * bild.size().width / bild.size().height);
        if (breite > MAX_PUNKTE) {
            throw new InvalidInput(SchriftstueckFehler.BILD, "SVG");
        }
        BufferedImage flaeche = new BufferedImage((int) breite, SVG_HOEHE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D stift = flaeche.createGraphics();
        try {
            stift.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            stift.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            bild.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, stift, new ViewBox((float) breite, (float) SVG_HOEHE));
        } finally {
            stift.dispose();
        }
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        try (ImageOutputStream strom = new MemoryCacheImageOutputStream(ziel)) {
            ImageIO.write(flaeche, "png", strom);
        }
        return ziel.toByteArray();
    }
}
