/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The content of a document as a tree that holds nothing but what may be set. */
final class Inhalt {

    private static final int TIEFE = 60;
    private static final Set<String> ELEMENTE =
            Set.copyOf(Arrays.asList(("html head style title body h1 h2 h3 h4 h5 h6 p"
                            + " div span strong em b i br hr ul ol li dl dt dd table caption thead tbody tr th td img a address"
                            + " section bdi sup sub")
                    .split(" ")));
    private static final Set<String> ATTRIBUTE =
            Set.of("id", "class", "lang", "dir", "title", "alt", "src", "href", "scope", "colspan", "rowspan");
    private static final Pattern VERWEIS = Pattern.compile("(?i)(https://|mailto:|#).{1,2000}");
    private static final Pattern NACHLADEN = Pattern.compile("(?i)url\\s*\\(|@import|@font-face|\\\\");

    private final Document baum;
    private final SortedSet<Integer> ersetzte = new TreeSet<>();

    private Inhalt(Document baum) {
        this.baum = baum;
    }

    /** Reads and checks. Throws OZG-PDF-0001, 0002, 0004, 0005. */
    static Inhalt lies(Druckvorlage vorlage, int elemente) {
        try {
            Document baum = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Inhalt inhalt = new Inhalt(baum);
            byte[] xhtml = inhalt.lesbar(vorlage.xhtml()).getBytes(StandardCharsets.UTF_8);
            inhalt.baue(SecureXml.leser(
                    new ByteArrayInputStream(xhtml),
                    new XmlGrenzen(Math.max(1, xhtml.length), TIEFE, elemente, Math.max(1, xhtml.length))));
            inhalt.kopf(vorlage);
            return inhalt;
        } catch (ParserConfigurationException | XMLStreamException e) {
            throw new InvalidInput(SchriftstueckFehler.VORLAGE, e.getClass().getSimpleName());
        } catch (InvalidInput e) {
            throw e.fehlercode() instanceof SchriftstueckFehler
                    ? e
                    : new InvalidInput(
                            e.fehlercode() == de.kommunalsdk.xml.XmlFehler.ZU_VIELE_ELEMENTE
                                    ? SchriftstueckFehler.ZU_GROSS
                                    : SchriftstueckFehler.VORLAGE,
                            e.code());
        }
    }

    Document baum() {
        return baum;
    }

    SortedSet<Integer> ersetzte() {
        return ersetzte;
    }

    /** Replaces what XML does not allow, so that it can be read at all. */
    private String lesbar(String xhtml) {
        return SecureXml.istText(xhtml) ? xhtml : ersetze(xhtml, SecureXml::istZeichen);
    }

    private String ersetze(String text, java.util.function.IntPredicate erlaubt) {
        StringBuilder ergebnis = new StringBuilder(text.length());
        text.codePoints().forEach(z -> {
            if (!erlaubt.test(z)) {
                ersetzte.add(z);
            }
            ergebnis.appendCodePoint(erlaubt.test(z) ? z : 0xfffd);
        });
        return ergebnis.toString();
    }

    private void baue(XMLStreamReader leser) throws XMLStreamException {
        Node hier = baum;
        boolean stil = false;
        StringBuilder text = new StringBuilder();
        while (leser.hasNext()) {
            int art = leser.next();
            if (art == XMLStreamConstants.CHARACTERS
                    || art == XMLStreamConstants.CDATA
                    || art == XMLStreamConstants.SPACE) {
                text.append(leser.getText());
                continue;
            }
            if (art != XMLStreamConstants.START_ELEMENT && art != XMLStreamConstants.END_ELEMENT) {
                continue;
            }
            if (!text.isEmpty() && hier != baum) {
                hier.appendChild(baum.createTextNode(stil ? stilblatt(text.toString()) : setzbar(text.toString())));
            }
            text.setLength(0);
            if (art == XMLStreamConstants.START_ELEMENT) {
                Element neu = element(leser);
                hier.appendChild(neu);
                hier = neu;
            } else {
                hier = hier.getParentNode();
            }
            stil = hier.getNodeName().equals("style");
        }
    }

    private Element element(XMLStreamReader leser) {
        String name = leser.getLocalName();
        if (!ELEMENTE.contains(name)) {
            throw new InvalidInput(SchriftstueckFehler.VORLAGE, "Element " + name);
        }
        Element neu = baum.createElement(name);
        for (int i = 0; i < leser.getAttributeCount(); i++) {
            String attribut = leser.getAttributeLocalName(i);
            String wert = leser.getAttributeValue(i);
            if (!ATTRIBUTE.contains(attribut)) {
                throw new InvalidInput(SchriftstueckFehler.VORLAGE, "Attribut " + attribut);
            }
            if (attribut.equals("href") && !VERWEIS.matcher(wert).matches()) {
                throw new InvalidInput(SchriftstueckFehler.VERWEIS, "href");
            }
            neu.setAttribute(attribut, attribut.equals("src") ? Bilder.geprueft(wert) : wert);
        }
        if (name.equals("img") && !(neu.hasAttribute("src") && neu.hasAttribute("alt"))) {
            throw new InvalidInput(SchriftstueckFehler.BILD, "src oder alt fehlt");
        }
        if (name.equals("a") && !neu.hasAttribute("title")) {
            throw new InvalidInput(SchriftstueckFehler.VORLAGE, "Verweis ohne title"); // PDF/UA-1, 7.18.5
        }
        return neu;
    }

    private static String stilblatt(String css) {
        if (NACHLADEN.matcher(css).find()) {
            throw new InvalidInput(SchriftstueckFehler.VERWEIS, "style");
        }
        return css;
    }

    /** Joined, and with a visible sign for what cannot be drawn or would control the text instead of being read. */
    private String setzbar(String text) {
        String nfc = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        return ersetze(Arabisch.verbinde(nfc), Inhalt::istSetzbar);
    }

    private static boolean istSetzbar(int zeichen) {
        return zeichen == '\n'
                || zeichen == '\t'
                || zeichen == '\r'
                || (Schriften.hat(zeichen)
                        && Character.getType(zeichen) != Character.FORMAT
                        && Character.getType(zeichen) != Character.CONTROL);
    }

    /** Title, properties and our style sheet before that of the document. */
    private void kopf(Druckvorlage vorlage) {
        Element wurzel = baum.getDocumentElement();
        Node kopf = wurzel.getFirstChild();
        while (kopf != null && !kopf.getNodeName().equals("head")) {
            kopf = kopf.getNextSibling();
        }
        if (!wurzel.getNodeName().equals("html") || kopf == null) {
            throw new InvalidInput(SchriftstueckFehler.VORLAGE, "html und head fehlen");
        }
        wurzel.setAttribute("lang", vorlage.sprache().toLanguageTag());
        Element titel = baum.createElement("title");
        titel.setTextContent(vorlage.titel());
        Element stil = baum.createElement("style");
        stil.setTextContent(Setzer.STIL);
        kopf.insertBefore(stil, kopf.getFirstChild());
        kopf.insertBefore(titel, stil);
        for (String[] angabe : new String[][] {{"subject", vorlage.betreff()}, {"author", vorlage.verfasser()}}) {
            Element meta = baum.createElement("meta");
            meta.setAttribute("name", angabe[0]);
            meta.setAttribute("content", angabe[1]);
            kopf.appendChild(meta);
        }
    }
}
