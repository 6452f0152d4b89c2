/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * What can be seen of a PDF without a PDF library: its marks, its XMP metadata, how often it shows text. Reads objects and
 * streams as they stand in the file, deflated ones up to a limit.
 */
public final class PdfSicht {

    private static final int MAX_TEXT = 64 << 20;
    private static final Pattern TEXTSTUECK = Pattern.compile("[)>\\]]\\s*(Tj|TJ|'|\")(?=\\s)");
    private static final Pattern MARKIERT = Pattern.compile("/Marked\\s+true");
    private static final Pattern SPRACHE = Pattern.compile("/Lang\\s*[(<]");
    private static final Pattern XMP = Pattern.compile("<x:xmpmeta.*?</x:xmpmeta>", Pattern.DOTALL);

    private final boolean pdf;
    private final String roh;
    private final String alles;

    public PdfSicht(Antwort antwort) {
        roh = antwort.text(StandardCharsets.ISO_8859_1);
        pdf = roh.startsWith("%PDF-") && roh.contains("%%EOF");
        alles = pdf ? roh + entpackt() : "";
    }

    public boolean istPdf() {
        return pdf;
    }

    /** Whether it says that its structure is marked, and has a tree of it (ISO 14289-1, 7.1). */
    public boolean istGetaggt() {
        return alles.contains("/StructTreeRoot") && MARKIERT.matcher(alles).find();
    }

    /** Whether it says its language. */
    public boolean hatSprache() {
        return SPRACHE.matcher(alles).find();
    }

    /** How often text is shown. */
    public long textstuecke() {
        return TEXTSTUECK.matcher(alles).results().count();
    }

    /** Text of the XMP metadata: title, description, author. */
    public String metadaten() {
        Matcher xmp = XMP.matcher(alles);
        if (!xmp.find()) {
            return "";
        }
        Document dokument = Jsoup.parse(
                new String(xmp.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                Parser.xmlParser());
        return dokument.text();
    }

    private String entpackt() {
        StringBuilder ziel = new StringBuilder();
        byte[] bytes = roh.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = roh.indexOf("stream"); i >= 0; i = roh.indexOf("stream", i + 6)) {
            int anfang = i + "stream".length();
            boolean schrift = roh.substring(roh.lastIndexOf("obj", i) + 1, i).contains("/Length1");
            if (schrift || roh.startsWith("end", Math.max(0, i - 3))) {
                continue;
            }
            anfang += roh.startsWith("\r\n", anfang) ? 2 : 1;
            if (anfang < bytes.length && ziel.length() < MAX_TEXT) {
                ziel.append('\n').append(entpackt(bytes, anfang, MAX_TEXT - ziel.length()));
            }
        }
        return ziel.toString();
    }

    /** One deflated stream; empty when it is packed otherwise. */
    private static String entpackt(byte[] bytes, int anfang, int hoechstens) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, anfang, bytes.length - anfang);
            ByteArrayOutputStream ziel = new ByteArrayOutputStream();
            byte[] stueck = new byte[1 << 14];
            while (!inflater.finished() && ziel.size() < hoechstens) {
                int n = inflater.inflate(stueck);
                if (n == 0) {
                    break;
                }
                ziel.write(stueck, 0, n);
            }
            return ziel.toString(StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
