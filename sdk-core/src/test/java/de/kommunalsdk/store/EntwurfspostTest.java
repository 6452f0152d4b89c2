/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Einreichungsergebnis;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Kontobindung;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.klaerung.Klaerungsfaelle.Klaerungsfall;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store promises about mail, accounts and versions of drafts, on both databases. */
class EntwurfspostTest {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final MandantId NACHBAR = new MandantId("nachbarstadt");
    private static final DienstRef DIENST = new DienstRef(new DienstId("hund-anmelden"), "1.0.0");
    private static final Mailadresse ADRESSE = new Mailadresse("erika@example.org");
    private static final Duration MONAT = Duration.ofDays(30);
    private static final Duration VORLAUF = Duration.ofDays(3);

    private static EmbeddedPostgres postgres;

    private final StellbareUhr uhr = new StellbareUhr();
    private final List<String> gesendet = new ArrayList<>();
    private DataSource quelle;
    private Datenhaltung daten;

    /** A database of its own for each test. */
    enum Art {
        H2 {
            @Override
            DataSource neu() {
                return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
            }
        },
        POSTGRESQL {
            @Override
            DataSource neu() throws SQLException {
                String name = "t" + UUID.randomUUID().toString().replace("-", "");
                try (Connection c = postgres.getPostgresDatabase().getConnection();
                        Statement s = c.createStatement()) {
                    s.execute("create database " + name);
                }
                return postgres.getDatabase("postgres", name);
            }
        };

        abstract DataSource neu() throws SQLException;
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private void oeffne(Art art) throws SQLException {
        quelle = art.neu();
        daten = Datenhaltung.builder(quelle, bund("k1")).clock(uhr).oeffnen();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsMailedOnceToEachAddress(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());

        assertThat(sendeCode(entwurf, code, ADRESSE)).isTrue();
        assertThat(sendeCode(entwurf, code.toLowerCase(Locale.ROOT), ADRESSE)).isTrue();
        arbeiter(this::merke).runOnce();
        assertThat(sendeCode(entwurf, code, ADRESSE)).isTrue();
        arbeiter(this::merke).runOnce();
        assertThat(gesendet).containsExactly("erika@example.org|Code|Text " + code);

        assertThat(sendeCode(entwurf, code, new Mailadresse("neu@example.org"))).isTrue();
        arbeiter(this::merke).runOnce();
        assertThat(gesendet).hasSize(2);
        assertThat(daten.entwurfspost().adresse(STADT, entwurf.id())).contains(new Mailadresse("neu@example.org"));
        assertThat(daten.entwurfspost().adresse(NACHBAR, entwurf.id())).isEmpty();
        assertThat(ereignisse(entwurf.id())).containsExactly("BENACHRICHTIGT", "BENACHRICHTIGT");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheCurrentCodeOfALivingDraftIsMailed(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        String alt = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());

        assertThat(sendeCode(entwurf, alt, ADRESSE)).isFalse();
        assertThat(sendeCode(entwurf, "gewinnspiel!", ADRESSE)).isFalse();
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "b")).isPresent();
        assertThat(sendeCode(entwurf, code, ADRESSE)).isFalse();
        String letzter = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        uhr.vor(MONAT);
        assertThat(sendeCode(entwurf, letzter, ADRESSE)).isFalse();
        assertThat(zeilen("ozg_nachricht") + zeilen("ozg_entwurfsadresse") + zeilen("ozg_auftrag"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void addressAndTextAreNotReadableAtRestAndTheTextGoesWhenItIsSent(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = mitAdresse();

        assertThat(roh("select inhalt from ozg_nachricht")).doesNotContain("example.org", "Text");
        assertThat(roh("select adresse from ozg_entwurfsadresse")).doesNotContain("example.org");
        assertThat(new Nachricht(ADRESSE, "b", "t").toString() + ADRESSE).doesNotContain("erika");
        arbeiter(this::merke).runOnce();
        assertThat(zeilen("ozg_nachricht")).isZero();
        assertThat(daten.entwurfspost().adresse(STADT, entwurf.id())).contains(ADRESSE);
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatWasSentWithoutANoteIsSentAgainUnderTheSameKey(Art art) throws Exception {
        oeffne(art);
        mitAdresse();
        List<String> schluessel = new ArrayList<>();
        Arbeiter stirbt = arbeiter((m, s, e, b, t) -> {
            schluessel.add(s);
            throw new StackOverflowError("kill -9");
        });
        assertThatThrownBy(stirbt::runOnce).isInstanceOf(StackOverflowError.class);
        uhr.vor(Duration.ofSeconds(61));

        arbeiter((m, s, e, b, t) -> schluessel.add(s)).runOnce();

        assertThat(schluessel).hasSize(2);
        assertThat(schluessel.get(0)).isEqualTo(schluessel.get(1)).hasSize(22);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadMailPortIsRetriedAndEndsAsACase(Art art) throws Exception {
        oeffne(art);
        mitAdresse();
        Arbeiter tot = arbeiter((m, s, e, b, t) -> {
            throw new ServiceUnavailable(StoreFehler.NICHT_ERREICHBAR, "");
        });
        for (int i = 0; i < Arbeiter.VERSUCHE; i++) {
            assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
            assertThat(tot.runOnce()).isEqualTo(1);
            uhr.vor(Duration.ofHours(7));
        }
        Klaerungsfall fall = daten.klaerungsfaelle().offene(10).get(0);
        assertThat(fall.art()).isEqualTo(Entwurfspost.ART_CODE);
        assertThat(fall.code()).isEqualTo("OZG-STORE-0001");
        assertThat(fall.toString()).doesNotContain("example.org");

        assertThat(daten.klaerungsfaelle().wiederholen(fall.id(), "erna")).isTrue();
        arbeiter(this::merke).runOnce();
        assertThat(gesendet).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAMailPortAWaitingMailIsACaseWhoseTextGoesWhenItIsClosed(Art art) throws Exception {
        oeffne(art);
        mitAdresse();

        daten.arbeiter((antrag, s) -> null, List.of()).runOnce();

        Klaerungsfall fall = daten.klaerungsfaelle().offene(10).get(0);
        assertThat(fall.code()).isEqualTo("OZG-JOB-0005");
        assertThat(zeilen("ozg_nachricht")).isEqualTo(1);
        assertThat(daten.klaerungsfaelle().schliessen(fall.id(), "erna", "kein Mailserver"))
                .isTrue();
        assertThat(zeilen("ozg_nachricht")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void submissionEndsTheMailOfADraftAndMailHoldsUpNoAntrag(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = mitAdresse();
        daten.postausgang().stelleEin(STADT, entwurf.id(), "anderes", "1", new Nachricht(ADRESSE, "b", "t"));

        assertThat(daten.antraege().einreichen(einreichung(entwurf)))
                .isInstanceOf(Einreichungsergebnis.Eingereicht.class);

        assertThat(zeilen("ozg_entwurfsadresse")).isZero();
        assertThat(zeilen("ozg_nachricht")).isEqualTo(1);
        arbeiter((m, s, e, b, t) -> {
                    throw new ServiceUnavailable(StoreFehler.NICHT_ERREICHBAR, "");
                })
                .runOnce();
        assertThat(daten.antraege().antrag(STADT, entwurf.id()).orElseThrow().status())
                .isEqualTo(Antragsstatus.UEBERMITTELT);
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsRemindedOfOnceForEachExpiry(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = mitAdresse();
        arbeiter(this::merke).runOnce();
        gesendet.clear();
        uhr.vor(Duration.ofDays(26));
        assertThat(erinnere()).isZero();
        uhr.vor(Duration.ofDays(1));

        List<Integer> je = gleichzeitig(4, this::erinnere);
        assertThat(je.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(erinnere()).isZero();
        arbeiter(this::merke).runOnce();
        assertThat(gesendet).containsExactly("erika@example.org|Erinnerung de|ohne Code");

        assertThat(daten.antraege().speichern(entwurf, new byte[] {1}))
                .isInstanceOf(Speicherergebnis.Gespeichert.class);
        uhr.vor(Duration.ofDays(26));
        assertThat(erinnere()).isZero();
        uhr.vor(Duration.ofDays(1));
        assertThat(erinnere()).isEqualTo(1);
        uhr.vor(VORLAUF);
        assertThat(daten.aufraeumer().raeumeAuf()).isEqualTo(1);
        assertThat(erinnere()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aReminderOfADraftWithoutACodeBringsOneThatWorks(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        sendeCode(entwurf, code, ADRESSE);
        daten.antraege().fortsetzen(STADT, DIENST, code, "b");
        uhr.vor(Duration.ofDays(28));

        assertThat(erinnere()).isEqualTo(1);
        arbeiter(this::merke).runOnce();

        String neuer = gesendet.get(1).substring(gesendet.get(1).lastIndexOf('|') + 1);
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, neuer, "b")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatCannotBeMadeKeepsNoOtherBack(Art art) throws Exception {
        oeffne(art);
        Entwurf kaputt = mitAdresse();
        mitAdresse();
        uhr.vor(Duration.ofDays(28));

        int anzahl = daten.entwurfspost().erinnere((e, adresse, sprache, code) -> {
            if (e.id().equals(kaputt.id())) {
                throw new IllegalStateException("Text fehlt");
            }
            return Optional.of(new Nachricht(adresse, "b", "t"));
        });

        assertThat(anzahl).isEqualTo(1);
        assertThat(erinnere()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void addressAndMailGoWithTheDraft(Art art) throws Exception {
        oeffne(art);
        daten.antraege().loeschen(STADT, mitAdresse().id());
        daten.auskunft().loesche(STADT, mitAdresse().id(), "erna");
        daten.entwurfspost().vergiss(STADT, mitAdresse().id());
        assertThat(zeilen("ozg_entwurfsadresse") + zeilen("ozg_nachricht") + zeilen("ozg_auftrag"))
                .isZero();
        mitAdresse();
        uhr.vor(MONAT);
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen("ozg_entwurfsadresse") + zeilen("ozg_nachricht") + zeilen("ozg_auftrag"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theNewDataIsReencryptedAndExported(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = mitAdresse();
        Datenhaltung beide =
                Datenhaltung.builder(quelle, bund("k1", "k2")).clock(uhr).oeffnen();
        assertThat(beide.umschluesselung().laufe()).isEqualTo(3);
        assertThat(beide.umschluesselung().laufe()).isZero();

        daten = Datenhaltung.builder(quelle, bund("k2")).clock(uhr).oeffnen();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        daten.auskunft().exportiere(STADT, entwurf.id(), "erna", zip);
        java.util.zip.ZipInputStream lesen =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip.toByteArray()));
        assertThat(lesen.getNextEntry().getName()).isEqualTo("vorgang.txt");
        assertThat(new String(lesen.readAllBytes(), StandardCharsets.UTF_8))
                .contains("E-Mail-Adresse fuer den Entwurf: erika@example.org", "Nachricht: entwurf-code, OFFEN");
        arbeiter(this::merke).runOnce();
        assertThat(gesendet).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDraftMovesToAnotherVersionWhollyOrNotAtAll(Art art) throws Exception {
        oeffne(art);
        Entwurf alt = entwurf();
        DienstRef zwei = new DienstRef(DIENST.id(), "2.0.0");
        Datenhaltung stirbt = Datenhaltung.builder(
                        new Zwischenruf(quelle, "insert into ozg_protokoll", () -> {
                                    throw new SQLException("Verbindung weg", "08006");
                                })
                                .quelle(),
                        bund("k1"))
                .clock(uhr)
                .oeffnen();

        assertThatThrownBy(() -> stirbt.antraege().umstellen(alt, zwei, "neu".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.code()).isEqualTo("OZG-STORE-0001"));
        assertThat(daten.antraege().entwurf(STADT, alt.id()).orElseThrow().dienst())
                .isEqualTo(DIENST);

        List<Speicherergebnis> ergebnisse =
                gleichzeitig(4, () -> daten.antraege().umstellen(alt, zwei, "neu".getBytes(StandardCharsets.UTF_8)));
        assertThat(ergebnisse)
                .filteredOn(Speicherergebnis.Gespeichert.class::isInstance)
                .hasSize(1);
        assertThat(ergebnisse)
                .filteredOn(Speicherergebnis.Konflikt.class::isInstance)
                .hasSize(3);
        assertThat(daten.antraege().entwurf(STADT, alt.id()).orElseThrow())
                .satisfies(e -> assertThat(e.dienst()).isEqualTo(zwei))
                .satisfies(e -> assertThat(e.stand()).isEqualTo(2))
                .satisfies(e -> assertThat(e.inhalt()).asString().isEqualTo("neu"));
        assertThat(ereignisse(alt.id())).containsExactly("ENTWURF_UMGESTELLT");
    }

    @ParameterizedTest
    @EnumSource
    void draftsOfAnAccountAreFoundByItsKeyWhichIsNotStored(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        entwurf();

        assertThat(daten.antraege().binde(STADT, entwurf.id(), "bpk-4711")).isEqualTo(Kontobindung.NEU);
        assertThat(daten.antraege().binde(STADT, entwurf.id(), "bpk-4711")).isEqualTo(Kontobindung.SCHON);
        assertThat(daten.antraege().binde(STADT, entwurf.id(), "bpk-4712")).isEqualTo(Kontobindung.FREMD);
        assertThat(daten.antraege().binde(NACHBAR, entwurf.id(), "bpk-4711")).isEqualTo(Kontobindung.KEIN_ENTWURF);
        assertThat(daten.antraege().entwuerfe(STADT, "bpk-4711", 10))
                .extracting(Entwurf::id)
                .containsExactly(entwurf.id());
        assertThat(daten.antraege().entwuerfe(STADT, "bpk-4712", 10)).isEmpty();
        assertThat(roh("select konto_hash from ozg_antrag where antrag_id = '" + entwurf.id() + "'"))
                .doesNotContain("4711");
        Datenhaltung danach =
                Datenhaltung.builder(quelle, bund("k1", "k2")).clock(uhr).oeffnen();
        assertThat(danach.antraege().entwuerfe(STADT, "bpk-4711", 10)).hasSize(1);
        assertThat(danach.antraege().binde(STADT, entwurf.id(), "bpk-4711")).isEqualTo(Kontobindung.SCHON);
        uhr.vor(MONAT);
        assertThat(daten.antraege().entwuerfe(STADT, "bpk-4711", 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAntragStaysWithItsAccountAfterItWasSubmitted(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        daten.antraege().binde(STADT, entwurf.id(), "bpk-4711");
        assertThat(daten.antraege().antraege(STADT, "bpk-4711", 10)).isEmpty();

        daten.antraege().einreichen(einreichung(entwurf));

        assertThat(daten.antraege().antraege(STADT, "bpk-4711", 10))
                .extracting(Antrag::id)
                .containsExactly(entwurf.id());
        assertThat(daten.antraege().antraege(STADT, "bpk-4712", 10)).isEmpty();
        assertThat(daten.antraege().antraege(NACHBAR, "bpk-4711", 10)).isEmpty();
        assertThat(daten.antraege().gehoert(STADT, entwurf.id(), "bpk-4711")).isTrue();
        assertThat(daten.antraege().gehoert(STADT, entwurf.id(), "bpk-4712")).isFalse();
        assertThat(daten.antraege().gehoert(STADT, entwurf().id(), "")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoResumeAtOnceOneGoesOn(Art art) throws Exception {
        oeffne(art);
        Entwurf entwurf = entwurf();
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());

        List<Optional<Entwurf>> ergebnisse = gleichzeitig(6, () -> daten.antraege()
                .fortsetzen(STADT, DIENST, code, UUID.randomUUID().toString()));

        assertThat(ergebnisse).filteredOn(Optional::isPresent).hasSize(1);
    }

    private boolean sendeCode(Entwurf entwurf, String code, Mailadresse an) {
        return daten.entwurfspost()
                .sendeCode(
                        STADT, entwurf.id(), code, new Nachricht(an, "Code", "Text " + code), Locale.GERMAN, VORLAUF);
    }

    private int erinnere() {
        return daten.entwurfspost()
                .erinnere((e, adresse, sprache, code) ->
                        Optional.of(new Nachricht(adresse, "Erinnerung " + sprache, code.orElse("ohne Code"))));
    }

    private void merke(MandantId mandant, String schluessel, String empfaenger, String betreff, String text) {
        gesendet.add(empfaenger + "|" + betreff + "|" + text);
    }

    private Arbeiter arbeiter(Benachrichtigung port) {
        Uebermittlungsweg weg = new Uebermittlungsweg() {
            @Override
            public String id() {
                return "ablage";
            }

            @Override
            public Uebermittlungsergebnis uebermitteln(Paket paket) {
                return new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant());
            }
        };
        return daten.arbeiter(
                (antrag, schluessel) -> new Paket(
                        schluessel,
                        antrag.mandant(),
                        "051110000000",
                        antrag.id(),
                        antrag.dienst(),
                        "99102013104000",
                        antrag.vorgangsnummer(),
                        antrag.eingegangenAm(),
                        List.of()),
                List.of(weg),
                Optional.of(port));
    }

    private Entwurf entwurf() {
        return daten.antraege().anlegen(STADT, DIENST, "eins".getBytes(StandardCharsets.UTF_8), MONAT);
    }

    private Entwurf mitAdresse() {
        Entwurf entwurf = entwurf();
        assertThat(sendeCode(entwurf, daten.antraege().fortsetzungscode(STADT, entwurf.id()), ADRESSE))
                .isTrue();
        return entwurf;
    }

    private static Einreichung einreichung(Entwurf entwurf) {
        return new Einreichung(entwurf, "a".repeat(22), new byte[] {1}, List.of(), List.of("ablage"), MONAT);
    }

    private List<String> ereignisse(AntragId id) {
        return daten.protokoll().eintraege(STADT, id).stream()
                .map(Protokoll.Eintrag::ereignis)
                .toList();
    }

    private int zeilen(String tabelle) throws SQLException {
        return Integer.parseInt(roh("select count(*) from " + tabelle));
    }

    private String roh(String abfrage) throws SQLException {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(abfrage)) {
            assertThat(rs.next()).isTrue();
            return rs.getObject(1) instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : rs.getString(1);
        }
    }

    private static <T> List<T> gleichzeitig(int anzahl, Callable<T> arbeit) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(anzahl);
        try {
            List<T> ergebnisse = new ArrayList<>();
            for (Future<T> f : pool.invokeAll(java.util.Collections.nCopies(anzahl, arbeit))) {
                ergebnisse.add(f.get());
            }
            return ergebnisse;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Schluesselbund bund(String... namen) {
        Schluesselbund.Builder bund = Schluesselbund.builder();
        for (String name : namen) {
            byte[] geheimnis = new byte[32];
            new Random(name.hashCode()).nextBytes(geheimnis);
            bund.schluessel(name, geheimnis).aktiv(name);
        }
        return bund.baue();
    }
}
