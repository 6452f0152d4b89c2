/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.onelogin.saml2.authn.SamlResponse;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Antwortbauer;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testkonto;
import de.kommunalsdk.testkit.konto.Testschluessel;
import de.kommunalsdk.testkit.konto.Xmlsignierer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A login at the BundID from the value of the form field to the user: decrypted, verified, mapped. Beside it OpenSAML,
 * java-saml where it knows the algorithm, and nothing but the three operations of the JDK that no one can do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnmeldungBench {

    private static final String ANFRAGE = "_7f1c2d3e4a5b60718293a4b5c6d7e8f9";
    private static final Schluesselpaar SP = Testschluessel.rsa(3072);
    private static final Dienstanbieter DIENST = new Dienstanbieter(
            "https://portal.musterstadt.example/sp",
            URI.create("https://portal.musterstadt.example/sdk/saml/acs"),
            SP,
            List.of(SP),
            true);
    private static final Testkonto KONTO = new Testkonto(
            "https://id.bund.de/idp", URI.create("https://id.bund.de/idp/sso"), List.of(Testschluessel.rsa(3072)));

    private final Antwortpruefer pruefer = pruefer();
    private final NurKrypto krypto = new NurKrypto(SP, KONTO.signatur().get(0), 8_192);
    private final SamlPeers peers =
            new SamlPeers(DIENST, KONTO.entityId(), KONTO.signatur().get(0).zertifikat(), ANFRAGE);
    private Anmeldevorgang vorgang = new Anmeldevorgang(ANFRAGE, Instant.EPOCH, Vertrauensniveau.SUBSTANZIELL);
    private String rsa = "";
    private String pss = "";

    private static Antwortpruefer pruefer() {
        IdpMetadaten idp = IdpMetadaten.lies(KONTO.metadaten(), KONTO.entityId(), List.of(), Instant.now());
        return new Antwortpruefer(DIENST, BundId.profil(), () -> idp, (id, bis) -> true, Clock.systemUTC());
    }

    /** Answers with ten attributes; they are good for five minutes. */
    @Setup(Level.Iteration)
    public void lade() {
        nimm(10);
    }

    /** Answers with so many attributes, of which the account's profile knows up to 18. */
    void nimm(int attribute) {
        Instant jetzt = Instant.now();
        vorgang = new Anmeldevorgang(ANFRAGE, jetzt, Vertrauensniveau.SUBSTANZIELL);
        rsa = antwort(Xmlsignierer.RSA, attribute, jetzt);
        pss = antwort(Xmlsignierer.RSA_PSS, attribute, jetzt);
    }

    private static String antwort(String verfahren, int attribute, Instant jetzt) {
        Antwortbauer bauer = new Antwortbauer(KONTO, Testdienst.aus(DIENST), ANFRAGE, jetzt)
                .verfahren(verfahren)
                .attribut(BundId.BPK2, "NORMAL", "A".repeat(43));
        List<String> bekannt =
                BundId.FORMULARATTRIBUTE.keySet().stream().sorted().toList();
        for (int i = 1; i < attribute; i++) {
            String name = i <= bekannt.size() ? bekannt.get(i - 1) : "urn:oid:1.2.3." + i;
            bauer.attribut(name, "SUBSTANTIELL", "Müller-Lüdenscheidt " + i);
        }
        return bauer.baue();
    }

    /** RSA-SHA256 by us. */
    @Benchmark
    public Antwortergebnis.Angenommen rsaSdk() {
        return angenommen(rsa);
    }

    /** RSA-PSS by us. */
    @Benchmark
    public Antwortergebnis.Angenommen pssSdk() {
        return angenommen(pss);
    }

    private Antwortergebnis.Angenommen angenommen(String antwort) {
        if (pruefer.pruefe(antwort, vorgang) instanceof Antwortergebnis.Angenommen angenommen) {
            return angenommen;
        }
        throw new IllegalStateException("Die Antwort muss gut sein");
    }

    /** RSA-SHA256 by java-saml. */
    @Benchmark
    public SamlResponse rsaPeer() throws Exception {
        return peers.javaSaml(rsa);
    }

    /** RSA-SHA256 by OpenSAML. */
    @Benchmark
    public Map<String, List<String>> rsaOpenSaml() throws Exception {
        return peers.openSaml(rsa);
    }

    /** RSA-PSS by OpenSAML. */
    @Benchmark
    public Map<String, List<String>> pssPeer() throws Exception {
        return peers.openSaml(pss);
    }

    /** What RSA-SHA256 cannot do without. */
    @Benchmark
    public byte[] rsaJdk() throws Exception {
        return krypto.anmeldung(false);
    }

    /** What RSA-PSS cannot do without. */
    @Benchmark
    public byte[] pssJdk() throws Exception {
        return krypto.anmeldung(true);
    }
}
