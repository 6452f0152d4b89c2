/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Steps;

/** The oracle: SchXslt2 and Saxon, which the product does without. */
final class Schematron {

    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final Processor PROZESSOR = new Processor(false);

    private static final Map<Path, Schematron> FERTIGE = new ConcurrentHashMap<>();

    private final XsltExecutable programm;

    private Schematron(XsltExecutable programm) {
        this.programm = programm;
    }

    static Schematron aus(Path datei) {
        return FERTIGE.computeIfAbsent(datei, Schematron::uebersetze);
    }

    private static Schematron uebersetze(Path datei) {
        String transpile = String.valueOf(Schematron.class.getResource("/content/transpile.xsl"));
        try {
            XsltCompiler uebersetzer = PROZESSOR.newXsltCompiler();
            XdmDestination xslt = new XdmDestination();
            uebersetzer.compile(new StreamSource(transpile)).load30().transform(new StreamSource(datei.toFile()), xslt);
            return new Schematron(uebersetzer.compile(xslt.getXdmNode().asSource()));
        } catch (SaxonApiException e) {
            throw new AssertionError(e);
        }
    }

    /** Ids of the assertions that fail. */
    Set<String> regeln(String xml) {
        try {
            XdmDestination svrl = new XdmDestination();
            XdmNode dokument = PROZESSOR.newDocumentBuilder().build(new StreamSource(new StringReader(xml)));
            programm.load30().transform(dokument.asSource(), svrl);
            Set<String> ids = new TreeSet<>();
            svrl.getXdmNode()
                    .select(Steps.descendant(SVRL, "failed-assert"))
                    .forEach(n -> ids.add(String.valueOf(n.getAttributeValue(new QName("id")))));
            return ids;
        } catch (SaxonApiException e) {
            throw new AssertionError(e);
        }
    }
}
