/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What other engines say to a written pattern: the JDK's XSD processor and the JSON Schema validator of networknt. */
public final class Dialekte {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTER =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A text for the pattern with that number in the list. */
    public record Probe(int muster, String text) {}

    private Dialekte() {}

    /** Which of the probes do not match, by their index: one schema with a simple type per pattern, one document. */
    public static Set<Integer> xsdLehntAb(List<String> xsdMuster, List<Probe> proben) {
        StringBuilder schema = new StringBuilder("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                + "<xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>");
        for (int i = 0; i < xsdMuster.size(); i++) {
            schema.append("<xs:element name='p" + i + "'><xs:simpleType><xs:restriction base='xs:string'>"
                    + "<xs:pattern value=\"" + xml(xsdMuster.get(i))
                    + "\"/></xs:restriction></xs:simpleType></xs:element>");
        }
        schema.append("</xs:choice></xs:complexType></xs:element></xs:schema>");
        StringBuilder dokument = new StringBuilder("<r>\n");
        for (Probe probe : proben) {
            String name = "p" + probe.muster();
            dokument.append("<" + name + ">" + xml(probe.text()) + "</" + name + ">\n");
        }
        dokument.append("</r>");
        Zeilen zeilen = new Zeilen();
        try {
            Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(schema.toString())))
                    .newValidator();
            validator.setErrorHandler(zeilen);
            validator.validate(new StreamSource(new StringReader(dokument.toString())));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return zeilen.abgelehnt;
    }

    public static boolean xsd(String xsdMuster, String text) {
        return xsdLehntAb(List.of(xsdMuster), List.of(new Probe(0, text))).isEmpty();
    }

    /** A JSON Schema 2020-12 of one pattern. */
    public static Schema json(String jsonMuster) {
        return REGISTER.getSchema(alsJson(Map.of("type", "string", "pattern", jsonMuster)), InputFormat.JSON);
    }

    public static boolean json(Schema schema, String text) {
        return schema.validate(alsJson(text), InputFormat.JSON).isEmpty();
    }

    private static String alsJson(Object wert) {
        try {
            return JSON.writeValueAsString(wert);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything beyond ASCII and all white space as a reference, so that a line is a probe and no parser changes it. */
    private static String xml(String text) {
        StringBuilder ziel = new StringBuilder();
        text.codePoints().forEach(zeichen -> {
            if (zeichen < ' ' || zeichen > '~' || "<>&'\" ".indexOf(zeichen) >= 0) {
                ziel.append("&#").append(zeichen).append(';');
            } else {
                ziel.appendCodePoint(zeichen);
            }
        });
        return ziel.toString();
    }

    private static final class Zeilen implements ErrorHandler {
        private final Set<Integer> abgelehnt = new TreeSet<>();

        @Override
        public void warning(SAXParseException fehler) throws SAXException {
            throw fehler;
        }

        @Override
        public void error(SAXParseException fehler) {
            assertThat(fehler.getMessage()).containsAnyOf("cvc-pattern-valid", "cvc-type.3.1.3");
            abgelehnt.add(fehler.getLineNumber() - 2);
        }

        @Override
        public void fatalError(SAXParseException fehler) throws SAXException {
            throw fehler;
        }
    }
}
