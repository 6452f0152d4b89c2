/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a schema into its model, beside a pass of the JDK's StAX parser that looks at each name and text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SchemaBench {

    private static final XMLInputFactory STAX = XMLInputFactory.newDefaultFactory();

    static {
        STAX.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    /** Id of a schema. */
    @Param(Eingaben.HUND)
    public String schema = Eingaben.HUND;

    private byte[] bytes = {};

    /** Reads the file once. */
    @Setup
    public void lade() {
        bytes = Eingaben.schema(schema);
    }

    /** Another input than a named schema. */
    void nimm(byte[] andere) {
        bytes = andere;
    }

    /** All of it, into the model. */
    @Benchmark
    public XdfErgebnis lesenSdk() {
        return XdfLeser.lies("bench", new ByteArrayInputStream(bytes));
    }

    /** All of it, into a number. */
    @Benchmark
    public int lesenPeer() throws XMLStreamException {
        XMLStreamReader leser = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
        int zeichen = 0;
        while (leser.hasNext()) {
            int art = leser.next();
            if (art == XMLStreamConstants.START_ELEMENT) {
                zeichen += leser.getLocalName().length();
            } else if (art == XMLStreamConstants.CHARACTERS) {
                zeichen += leser.getText().length();
            }
        }
        leser.close();
        return zeichen;
    }
}
