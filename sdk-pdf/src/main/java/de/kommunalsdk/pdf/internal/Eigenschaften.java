/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.xml.SecureXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Properties, attachments and id of a finished document; all from its Druckvorlage, nothing from the clock. */
final class Eigenschaften {

    static final String ERZEUGER = "Kommunal-SDK";

    /** ISO 19005-3, 6.6 and ISO 14289-1, 5; PDF/A wants the one property of PDF/UA described. */
    private static final String XMP =
            """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%s</pdf:Producer>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private static final DateTimeFormatter XMP_ZEIT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Eigenschaften() {}

    static void setze(PDDocument pdf, Druckvorlage vorlage) throws IOException {
        Calendar zeit = GregorianCalendar.from(
                vorlage.zeitpunkt().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        PDDocumentInformation angaben = new PDDocumentInformation();
        angaben.setTitle(vorlage.titel());
        angaben.setSubject(vorlage.betreff());
        angaben.setAuthor(vorlage.verfasser());
        angaben.setProducer(ERZEUGER);
        angaben.setCreationDate(zeit);
        angaben.setModificationDate(zeit);
        pdf.setDocumentInformation(angaben);
        PDMetadata xmp = new PDMetadata(pdf);
        xmp.importXMPMetadata(xmp(vorlage));
        pdf.getDocumentCatalog().setMetadata(xmp);
        beilagen(pdf, vorlage, zeit);
        byte[] kennung = HexFormat.of()
                .parseHex(Sha256.hex((vorlage.kennung() + "\n" + vorlage.titel()).getBytes(StandardCharsets.UTF_8)));
        COSString id = new COSString(Arrays.copyOf(kennung, 16));
        COSArray beide = new COSArray();
        beide.add(id);
        beide.add(id);
        pdf.getDocument().setDocumentID(beide);
    }

    private static void beilagen(PDDocument pdf, Druckvorlage vorlage, Calendar zeit) throws IOException {
        if (vorlage.beilagen().isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> namen = new TreeMap<>();
        COSArray zugehoerige = new COSArray();
        for (Beilage beilage : vorlage.beilagen()) {
            PDEmbeddedFile datei =
                    new PDEmbeddedFile(pdf, new ByteArrayInputStream(beilage.inhalt()), COSName.FLATE_DECODE);
            datei.setSubtype(beilage.medientyp());
            datei.setSize(beilage.inhalt().length);
            datei.setModDate(zeit);
            PDComplexFileSpecification eintrag = new PDComplexFileSpecification();
            eintrag.setFile(beilage.dateiname());
            eintrag.setFileUnicode(beilage.dateiname());
            eintrag.setFileDescription(beilage.beschreibung());
            eintrag.setEmbeddedFile(datei);
            eintrag.setEmbeddedFileUnicode(datei);
            String verhaeltnis = beilage.verhaeltnis().name();
            eintrag.getCOSObject()
                    .setName(
                            COSName.getPDFName("AFRelationship"),
                            verhaeltnis.charAt(0) + verhaeltnis.substring(1).toLowerCase(java.util.Locale.ROOT));
            namen.put(beilage.dateiname(), eintrag);
            zugehoerige.add(eintrag);
        }
        PDEmbeddedFilesNameTreeNode baum = new PDEmbeddedFilesNameTreeNode();
        baum.setNames(namen);
        PDDocumentNameDictionary verzeichnis = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        verzeichnis.setEmbeddedFiles(baum);
        pdf.getDocumentCatalog().setNames(verzeichnis);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), zugehoerige);
    }

    /** The same as in the document's information, and which standards are met. */
    private static byte[] xmp(Druckvorlage vorlage) {
        String zeit = XMP_ZEIT.format(vorlage.zeitpunkt());
        return XMP.formatted(
                        maskiert(vorlage.titel()),
                        maskiert(vorlage.betreff()),
                        maskiert(vorlage.verfasser()),
                        zeit,
                        zeit,
                        ERZEUGER)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String maskiert(String text) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        try {
            XMLStreamWriter x = SecureXml.schreiber(ziel);
            x.writeCharacters(text);
            x.close();
        } catch (XMLStreamException e) {
            throw new ServiceUnavailable(SchriftstueckFehler.SATZ, "XMP", null);
        }
        return ziel.toString(StandardCharsets.UTF_8);
    }
}
