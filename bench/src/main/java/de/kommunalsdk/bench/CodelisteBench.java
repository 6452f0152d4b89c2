/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.GenericodeErgebnis;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listenkennung;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a code list of 100,000 rows, beside a pass of the JDK's StAX parser that looks at each name and text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodelisteBench {

    private static final int ZEILEN = 100_000;

    private final SchemaBench peer = new SchemaBench();
    private byte[] bytes = {};
    private Codeliste liste = Codeliste.synthetisch(new Listenkennung("urn:bench", "1"));
    private int zaehler;

    /** Makes the list. */
    @Setup
    public void mache() {
        StringBuilder xml = new StringBuilder("<gc:CodeList xmlns:gc="
                + "\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\"><Identification><ShortName>Bench</ShortName>"
                + "<Version>1</Version><CanonicalUri>urn:bench</CanonicalUri></Identification><ColumnSet>"
                + "<Column Id=\"code\" Use=\"required\"/><Column Id=\"name\" Use=\"required\"/>"
                + "<Key Id=\"k\"><ColumnRef Ref=\"code\"/></Key></ColumnSet><SimpleCodeList>\n");
        for (int i = 0; i < ZEILEN; i++) {
            xml.append("<Row><Value ColumnRef=\"code\"><SimpleValue>")
                    .append(i)
                    .append("</SimpleValue></Value><Value ColumnRef=\"name\"><SimpleValue>Gemeinde ")
                    .append(i)
                    .append("</SimpleValue></Value></Row>\n");
        }
        xml.append("</SimpleCodeList></gc:CodeList>");
        bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        peer.nimm(bytes);
        liste = lesenSdk().liste().orElseThrow();
    }

    /** All of it, checked, with its index. */
    @Benchmark
    public GenericodeErgebnis lesenSdk() {
        return GenericodeLeser.lies("bench", bytes);
    }

    /** All of it, into a number. */
    @Benchmark
    public int lesenPeer() throws XMLStreamException {
        return peer.lesenPeer();
    }

    /** One look-up. */
    @Benchmark
    public boolean nachschlagen() {
        zaehler = (zaehler + 7919) % ZEILEN;
        return liste.enthaelt(String.valueOf(zaehler));
    }
}
