/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xml.internal.BegrenzterLeser;
import de.kommunalsdk.xml.internal.Dokumentbauer;
import de.kommunalsdk.xml.internal.PruefenderSchreiber;
import de.kommunalsdk.xml.internal.Schemadateien;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The one way to XML in this SDK: the JDK's own parsers (never one that happens to lie on the class path), no DTD, no
 * external access, limits. All methods are thread-safe; what they return is not, except {@link Schema}.
 */
public final class SecureXml {

    private static final int MAX_BEFUNDE = 100;
    private static final XMLInputFactory EINGABE = eingabe();
    private static final XMLOutputFactory AUSGABE = XMLOutputFactory.newDefaultFactory();

    private SecureXml() {}

    private static XMLInputFactory eingabe() {
        XMLInputFactory fabrik = XMLInputFactory.newDefaultFactory();
        fabrik.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrik.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrik.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        fabrik.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // from Java 24 on the JDK has its own limit of 200 levels; XmlGrenzen decides, with its code
        fabrik.setProperty("jdk.xml.maxElementDepth", "0");
        fabrik.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        return fabrik;
    }

    /**
     * Opens a reader that refuses DOCTYPE and everything beyond the limits. Blocks as the stream does; the stream stays
     * the caller's to close.
     *
     * <p>{@code next()}, {@code nextTag()} and {@code getElementText()} throw {@link InvalidInput} with a code of
     * {@link XmlFehler}, never an XMLStreamException; {@code getLocation()} of the reader then names the place.
     *
     * @throws InvalidInput when already the beginning cannot be read
     */
    public static XMLStreamReader leser(InputStream quelle, XmlGrenzen grenzen) {
        return BegrenzterLeser.oeffne(EINGABE, quelle, grenzen);
    }

    /**
     * Reads a document into a DOM, under the same rules as {@link #leser}: for signed documents, of which everything must
     * be read from the one tree that was verified. Comments and processing instructions stay in it. No attribute is an ID
     * until the caller says so. The result is not thread-safe; blocks as the stream does.
     *
     * @throws InvalidInput with a code of {@link XmlFehler}
     */
    public static Document dokument(InputStream quelle, XmlGrenzen grenzen) {
        try {
            return Dokumentbauer.baue(leser(quelle, grenzen));
        } catch (XMLStreamException e) {
            throw new InvalidInput(XmlFehler.SYNTAX, "", e);
        } catch (DOMException e) {
            throw new InvalidInput(XmlFehler.SYNTAX, "Code " + e.code);
        }
    }

    /** Whether XML 1.0 allows the code point (section 2.2); half a surrogate pair is none. */
    public static boolean istZeichen(int zeichen) {
        return zeichen == '\t'
                || zeichen == '\n'
                || zeichen == '\r'
                || (zeichen >= 0x20 && zeichen <= 0xd7ff)
                || (zeichen >= 0xe000 && zeichen <= 0xfffd)
                || (zeichen >= 0x10000 && zeichen <= Character.MAX_CODE_POINT);
    }

    /** Whether XML 1.0 allows every code point of a text. */
    public static boolean istText(String text) {
        for (int i = 0; i < text.length(); ) {
            int zeichen = text.codePointAt(i);
            if (!istZeichen(zeichen)) {
                return false;
            }
            i += Character.charCount(zeichen);
        }
        return true;
    }

    /**
     * A writer in UTF-8 that refuses characters which XML 1.0 does not allow ({@link InvalidInput},
     * {@link XmlFehler#VERBOTENES_ZEICHEN}) and keeps carriage returns. It writes no DTD, comment or processing
     * instruction. The caller flushes and closes; the stream stays the caller's to close.
     */
    public static XMLStreamWriter schreiber(OutputStream ziel) {
        try {
            return new PruefenderSchreiber(
                    AUSGABE.createXMLStreamWriter(new OutputStreamWriter(ziel, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }

    /**
     * Compiles an XML Schema from given files; nothing is fetched. The result is thread-safe.
     *
     * @param hauptdatei key of the file to begin with
     * @param dateien all files by name without folders; {@code schemaLocation} is matched by its last part. A key that is
     *     a namespace serves an {@code xs:import} without an address, or with one whose last part is not given
     * @throws InvalidInput {@link XmlFehler#SCHEMA_UNBRAUCHBAR} when it is broken or names a file that is not given
     */
    public static Schema schema(String hauptdatei, Map<String, byte[]> dateien) {
        byte @Nullable [] haupt = dateien.get(hauptdatei);
        if (haupt == null) {
            throw new InvalidInput(XmlFehler.SCHEMA_UNBRAUCHBAR, hauptdatei + " fehlt");
        }
        try {
            SchemaFactory fabrik = SchemaFactory.newDefaultInstance();
            fabrik.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabrik.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            fabrik.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // the JDK asks this list even for what the resolver delivers; nothing can be opened by our own scheme
            fabrik.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, Schemadateien.SCHEME);
            fabrik.setResourceResolver(new Schemadateien(dateien));
            return fabrik.newSchema(
                    new StreamSource(new ByteArrayInputStream(haupt), Schemadateien.adresse(hauptdatei)));
        } catch (SAXException e) {
            String zeile = e instanceof SAXParseException ort ? " Zeile " + ort.getLineNumber() : "";
            throw new InvalidInput(XmlFehler.SCHEMA_UNBRAUCHBAR, hauptdatei + zeile + regel(e), e);
        }
    }

    /**
     * Checks a document against a schema and its limits. Finds at most 100 violations; a message names the broken rule
     * of XML Schema, never a value of the document.
     *
     * @param datei name of the document for the problems
     * @return empty when the document is valid; a document that cannot be read gives one problem with its code
     */
    public static List<Problem> pruefe(Schema schema, String datei, InputStream quelle, XmlGrenzen grenzen) {
        List<Problem> befunde = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setResourceResolver(new Schemadateien(Map.of()));
        validator.setErrorHandler(new Sammler(datei, befunde));
        @Nullable XMLStreamReader leser = null;
        try {
            leser = leser(quelle, grenzen);
            validator.validate(new StAXSource(leser));
        } catch (InvalidInput e) {
            befunde.add(unlesbar(datei, leser, e));
        } catch (SAXException e) {
            InvalidInput unlesbar = ablehnung(e);
            if (unlesbar != null) {
                befunde.add(unlesbar(datei, leser, unlesbar));
            } else if (befunde.size() < MAX_BEFUNDE) {
                befunde.add(Problem.fehler(XmlFehler.SYNTAX, Fundstelle.in(datei), XmlFehler.SYNTAX.bedeutung()));
            }
        } catch (IOException e) {
            throw new ServiceUnavailable(XmlFehler.LESEFEHLER, "", e);
        }
        return List.copyOf(befunde);
    }

    private static Problem unlesbar(String datei, @Nullable XMLStreamReader leser, InvalidInput e) {
        Fundstelle stelle = leser == null ? Fundstelle.in(datei) : stelle(datei, leser);
        return Problem.fehler(
                e.fehlercode(),
                stelle,
                e.fehlercode().bedeutung() + " " + e.fehlercode().abhilfe());
    }

    /** The reader's own refusal, which the JDK's validator wraps several times. */
    private static @Nullable InvalidInput ablehnung(Throwable e) {
        for (Throwable grund = e; grund != null; grund = grund.getCause()) {
            if (grund instanceof InvalidInput ablehnung) {
                return ablehnung;
            }
        }
        return null;
    }

    /** The place where a reader stands, for a problem. */
    public static Fundstelle stelle(String datei, XMLStreamReader leser) {
        Location ort = leser.getLocation();
        return new Fundstelle(datei, Math.max(0, ort.getLineNumber()), Math.max(0, ort.getColumnNumber()), "");
    }

    /** The name of the violated rule (cvc-...), which is the one part of the JDK's message that quotes no content. */
    private static String regel(SAXException e) {
        String meldung = e.getMessage();
        if (meldung == null) {
            return "";
        }
        int ende = meldung.indexOf(':');
        String anfang = ende > 0 ? meldung.substring(0, ende) : "";
        return anfang.matches("[A-Za-z0-9_.-]{1,60}") ? " Regel " + anfang : "";
    }

    private record Sammler(String datei, List<Problem> befunde) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // a warning of the JDK says nothing about the validity of the document
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            if (befunde.size() >= MAX_BEFUNDE) {
                throw e;
            }
            Fundstelle stelle =
                    new Fundstelle(datei, Math.max(0, e.getLineNumber()), Math.max(0, e.getColumnNumber()), "");
            befunde.add(Problem.fehler(
                    XmlFehler.NICHT_SCHEMAGUELTIG, stelle, XmlFehler.NICHT_SCHEMAGUELTIG.bedeutung() + regel(e)));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
