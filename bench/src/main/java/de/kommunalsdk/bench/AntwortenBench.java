/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bytes of a draft, beside Jackson with the same map. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AntwortenBench {

    private static final int HUNDE = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Antworten antworten = Antworten.LEER;
    private SortedMap<String, Object> karte = AntwortenFormat.teile(antworten);
    private byte[] bytes = {};

    /** Answers with three dogs. */
    @Setup
    public void lade() {
        nimm(HUNDE);
    }

    /** Answers with another number of dogs. */
    void nimm(int hunde) {
        antworten = Eingaben.antworten(hunde);
        karte = AntwortenFormat.teile(antworten);
        karte.put("seite", antworten.seite());
        bytes = AntwortenFormat.schreibe(antworten);
    }

    /** Answers to bytes. */
    @Benchmark
    public byte[] schreibenSdk() {
        return AntwortenFormat.schreibe(antworten);
    }

    /** A map to bytes. */
    @Benchmark
    public byte[] schreibenPeer() throws IOException {
        return JSON.writeValueAsBytes(karte);
    }

    /** Bytes to answers. */
    @Benchmark
    public Antworten liesSdk() {
        return AntwortenFormat.lies(bytes);
    }

    /** Bytes to a map. */
    @Benchmark
    public Map<?, ?> liesPeer() throws IOException {
        return JSON.readValue(bytes, Map.class);
    }
}
