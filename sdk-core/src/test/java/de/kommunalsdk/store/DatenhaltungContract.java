/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Einreichungsergebnis;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.blob.Anlagenspeicher.Grenzen;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.blob.Quarantaene;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.jobs.Arbeiter;
import de.kommunalsdk.jobs.Auftraege;
import de.kommunalsdk.jobs.Auftrag;
import de.kommunalsdk.klaerung.Klaerungsfaelle.Klaerungsfall;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.postfach.Postfachadresse;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.JdbiAuftraege;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.virenscan.Nachpruefung;
import de.kommunalsdk.virenscan.VirenscanFehler;
import de.kommunalsdk.virenscan.Virenscanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises, whatever the database. */
abstract class DatenhaltungContract {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final MandantId NACHBAR = new MandantId("nachbarstadt");
    private static final DienstRef DIENST = new DienstRef(new DienstId("hund-anmelden"), "1.0.0");
    private static final Duration MONAT = Duration.ofDays(30);
    private static final Grenzen WEIT = new Grenzen(1_000_000, 1_000_000);

    private final StellbareUhr uhr = new StellbareUhr();
    private DataSource quelle;
    private Datenhaltung daten;

    abstract DataSource neueDatenbank();

    abstract void schliesse(DataSource quelle);

    @BeforeEach
    void oeffne() {
        quelle = neueDatenbank();
        daten = Datenhaltung.builder(quelle, bund("k1")).clock(uhr).oeffnen();
    }

    @Test
    void aDraftIsKeptAndWrittenOverOnlyByWhoReadItLast() {
        Entwurf entwurf = entwurf("eins");
        Entwurf zweiter = ((Speicherergebnis.Gespeichert) daten.antraege().speichern(entwurf, bytes("zwei"))).entwurf();

        assertThat(daten.antraege().speichern(entwurf, bytes("drei")))
                .isInstanceOfSatisfying(
                        Speicherergebnis.Konflikt.class,
                        k -> assertThat(text(k.aktuell().inhalt())).isEqualTo("zwei"));
        assertThat(zweiter.stand()).isEqualTo(2);
        assertThat(text(daten.antraege()
                        .entwurf(STADT, entwurf.id())
                        .orElseThrow()
                        .inhalt()))
                .isEqualTo("zwei");
        assertThat(daten.antraege().entwurf(NACHBAR, entwurf.id())).isEmpty();
    }

    @Test
    void aDraftExpiresAfterItsLastWriteAndIsDeletedWithItsAttachments() throws IOException {
        Entwurf entwurf = entwurf("eins");
        anlage(entwurf, "x");
        uhr.vor(Duration.ofDays(29));
        daten.antraege().speichern(entwurf, bytes("zwei"));
        uhr.vor(Duration.ofDays(29));
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isPresent();
        uhr.vor(Duration.ofDays(2));

        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isEmpty();
        assertThat(daten.antraege().speichern(entwurf, bytes("drei"))).isInstanceOf(Speicherergebnis.NichtMehrDa.class);
        assertThat(daten.aufraeumer().raeumeAuf()).isEqualTo(1);
        assertThat(zeilen("ozg_antrag") + zeilen("ozg_anlage") + zeilen("ozg_anlage_stueck"))
                .isZero();
        assertThat(ereignisse(entwurf.id())).contains("ENTWURF_ABGELAUFEN");
    }

    @Test
    void aResumeCodeWorksOnceForItsDienstAndMandant() {
        Entwurf entwurf = entwurf("eins");
        String alt = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());

        assertThat(code).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, alt, "b")).isEmpty();
        assertThat(daten.antraege().fortsetzen(NACHBAR, DIENST, code, "b")).isEmpty();
        assertThat(daten.antraege().fortsetzen(STADT, new DienstRef(new DienstId("anderer"), "1.0.0"), code, "b"))
                .isEmpty();
        assertThat(daten.antraege()
                        .fortsetzen(
                                STADT,
                                DIENST,
                                code.toLowerCase(java.util.Locale.ROOT).replace("-", " "),
                                "b"))
                .map(Entwurf::id)
                .contains(entwurf.id());
        assertThat(daten.antraege().istFortsetzungscode(STADT, entwurf.id(), code))
                .isFalse();
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "c")).isEmpty();
    }

    @Test
    void whoRedeemedACodeMaySayItAgainForAQuarterOfAnHour() {
        Entwurf entwurf = entwurf("eins");
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        daten.antraege().fortsetzen(STADT, DIENST, code, "b");
        uhr.vor(Duration.ofMinutes(15).minusMillis(1));

        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "b"))
                .map(Entwurf::id)
                .contains(entwurf.id());
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "c")).isEmpty();
        uhr.vor(Duration.ofMillis(1));
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "b")).isEmpty();

        String neuer = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, code, "b")).isEmpty();
        daten.antraege().beendeFortsetzung(STADT, entwurf.id());
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, neuer, "c"))
                .as("nobody had redeemed it")
                .isPresent();
        daten.antraege().beendeFortsetzung(STADT, entwurf.id());
        assertThat(daten.antraege().fortsetzen(STADT, DIENST, neuer, "c")).isEmpty();
    }

    @Test
    void theFreezeSetsReceiptTimeNumberAndOutboxRowsAtOnce() throws IOException {
        Entwurf entwurf = entwurf("arbeitsstand");
        Anlage verworfen = anlage(entwurf, "verworfen");
        Anlage erste = anlage(entwurf, "erste");
        Anlage zweite = anlage(entwurf, "zweite");

        Antrag antrag = eingereicht(daten.antraege()
                .einreichen(new Einreichung(
                        entwurf,
                        "s".repeat(22),
                        bytes("amtlich"),
                        List.of(zweite.id(), erste.id()),
                        List.of("a", "b"),
                        MONAT)));

        assertThat(antrag.eingegangenAm()).isEqualTo(uhr.instant());
        assertThat(antrag.vorgangsnummer().wert()).matches("2026-[A-Z2-9]{4}-[A-Z2-9]{5}");
        assertThat(text(antrag.inhalt())).isEqualTo("amtlich");
        assertThat(antrag.anlagen()).containsExactly(zweite, erste).doesNotContain(verworfen);
        assertThat(zeilen("ozg_auftrag")).isEqualTo(2);
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isEmpty();
        assertThat(daten.antraege().antrag(NACHBAR, entwurf.id())).isEmpty();
        assertThat(ereignisse(entwurf.id())).containsExactly("EINGEREICHT");
    }

    @Test
    void theSameSubmitTokenGivesTheSameReceiptAndAnotherOneNothing() {
        Entwurf entwurf = entwurf("x");
        Antrag erster = eingereicht(daten.antraege().einreichen(einreichung(entwurf, "a")));

        var zweiter = daten.antraege().einreichen(einreichung(entwurf, "a"));

        assertThat(zweiter).isInstanceOfSatisfying(Einreichungsergebnis.Eingereicht.class, e -> {
            assertThat(e.wiederholt()).isTrue();
            assertThat(e.antrag().vorgangsnummer()).isEqualTo(erster.vorgangsnummer());
        });
        assertThat(daten.antraege().einreichen(einreichung(entwurf, "b")))
                .isInstanceOf(Einreichungsergebnis.NichtMehrDa.class);
        assertThat(zeilen("ozg_auftrag")).isEqualTo(1);
    }

    @Test
    void aDraftThatChangedAfterTheReviewIsNotFrozen() {
        Entwurf entwurf = entwurf("x");
        daten.antraege().speichern(entwurf, bytes("y"));

        assertThat(daten.antraege().einreichen(einreichung(entwurf, "a")))
                .isInstanceOf(Einreichungsergebnis.EntwurfGeaendert.class);
        assertThat(zeilen("ozg_auftrag")).isZero();
    }

    @Test
    void manyWhoSubmitOneDraftAtOnceGetOneAntrag() throws Exception {
        Entwurf entwurf = entwurf("x");
        List<Einreichungsergebnis> ergebnisse =
                gleichzeitig(8, () -> daten.antraege().einreichen(einreichung(entwurf, "a")));

        assertThat(ergebnisse).allMatch(Einreichungsergebnis.Eingereicht.class::isInstance);
        assertThat(ergebnisse)
                .extracting(e -> ((Einreichungsergebnis.Eingereicht) e).antrag().vorgangsnummer())
                .containsOnly(eingereicht(ergebnisse.get(0)).vorgangsnummer());
        assertThat(ergebnisse)
                .filteredOn(e -> !((Einreichungsergebnis.Eingereicht) e).wiederholt())
                .hasSize(1);
        assertThat(zeilen("ozg_auftrag")).isEqualTo(1);
    }

    @Test
    void attachmentsStreamInPiecesAndComeBackWhole() throws IOException {
        Entwurf entwurf = entwurf("x");
        for (int groesse : new int[] {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 700_000}) {
            byte[] inhalt = new byte[groesse];
            new Random(groesse).nextBytes(inhalt);

            Anlage anlage = daten.anlagen()
                    .speichern(
                            STADT,
                            entwurf.id(),
                            "a b.pdf",
                            "application/pdf",
                            new ByteArrayInputStream(inhalt),
                            700_000);

            assertThat(anlage.groesse()).isEqualTo(groesse);
            assertThat(lies(entwurf, anlage)).isEqualTo(inhalt);
        }
        assertThat(daten.anlagen().liste(STADT, entwurf.id())).hasSize(6).allSatisfy(a -> assertThat(a.dateiname())
                .isEqualTo("a b.pdf"));
        assertThat(daten.anlagen().liste(NACHBAR, entwurf.id())).isEmpty();
    }

    @Test
    void anAttachmentThatIsTooBigOrBreaksOffLeavesNothing() {
        Entwurf entwurf = entwurf("x");
        InputStream bricht = new InputStream() {
            private int rest = 300_000;

            @Override
            public int read() throws IOException {
                if (rest == 0) {
                    throw new IOException("Verbindung weg");
                }
                rest--;
                return 'x';
            }
        };

        assertCode("OZG-BLOB-0001", () -> daten.anlagen()
                .speichern(STADT, entwurf.id(), "a", "b", new ByteArrayInputStream(new byte[300_001]), 300_000));
        assertThatThrownBy(() -> daten.anlagen().speichern(STADT, entwurf.id(), "a", "b", bricht, 1_000_000))
                .isInstanceOf(IOException.class);
        assertCode("OZG-BLOB-0003", () -> daten.anlagen()
                .speichern(STADT, AntragId.neu(), "a", "b", new ByteArrayInputStream(new byte[1]), 10));
        assertThat(zeilen("ozg_anlage_stueck")).isZero();
    }

    @Test
    void filesThatArriveAtOnceDoNotPassTheLimitOfTheirDraft() throws Exception {
        Entwurf entwurf = entwurf("x");
        CyclicBarrier allesGeschrieben = new CyclicBarrier(4);

        List<String> ergebnisse = gleichzeitig(4, () -> {
            try {
                daten.anlagen()
                        .speichern(
                                STADT,
                                entwurf.id(),
                                "a",
                                "b",
                                new ByteArrayInputStream(new byte[400]),
                                new Grenzen(400, 1000),
                                bytes -> {
                                    warte(allesGeschrieben);
                                    return Anlagenstand.Zustand.FREI;
                                });
                return "da";
            } catch (InvalidInput e) {
                return e.code();
            }
        });

        assertThat(ergebnisse).containsExactlyInAnyOrder("da", "da", "OZG-BLOB-0005", "OZG-BLOB-0005");
        assertThat(zeilen("ozg_anlage_stueck")).isEqualTo(2);
        assertCode("OZG-BLOB-0005", () -> daten.anlagen()
                .speichern(
                        STADT,
                        entwurf.id(),
                        "a",
                        "b",
                        new ByteArrayInputStream(new byte[201]),
                        new Grenzen(400, 1000),
                        bytes -> {
                            throw new AssertionError("noticed only after it was written");
                        }));
    }

    private static void warte(CyclicBarrier auf) {
        try {
            auf.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangedSwappedOrLostPieceIsNoticed() throws Exception {
        Entwurf entwurf = entwurf("x");
        Anlage anlage = daten.anlagen()
                .speichern(STADT, entwurf.id(), "a", "b", new ByteArrayInputStream(new byte[600_000]), 1_000_000);

        fuehreAus("update ozg_anlage_stueck set nummer = 9 where nummer = 0");
        fuehreAus("update ozg_anlage_stueck set nummer = 0 where nummer = 1");
        fuehreAus("update ozg_anlage_stueck set nummer = 1 where nummer = 9");
        assertCode("OZG-CRYPTO-0005", () -> lies(entwurf, anlage));
        fuehreAus("delete from ozg_anlage_stueck where nummer < 2");
        assertCode("OZG-BLOB-0002", () -> lies(entwurf, anlage));
    }

    @Test
    void contentMovedToAnotherRowIsNotRead() throws Exception {
        Entwurf eins = entwurf("eins");
        Entwurf zwei = entwurf("zwei");
        fuehreAus("update ozg_antrag set inhalt = (select b.inhalt from ozg_antrag b where b.antrag_id = '" + eins.id()
                + "') where antrag_id = '" + zwei.id() + "'");

        assertCode("OZG-CRYPTO-0005", () -> daten.antraege().entwurf(STADT, zwei.id()));
    }

    @Test
    void nothingOfTheCitizenStandsInClear() throws Exception {
        Entwurf entwurf = entwurf("Erika Geheim");
        anlage(entwurf, "Erika Geheim");

        assertThat(roh("select inhalt from ozg_antrag")).doesNotContain("Geheim");
        assertThat(roh("select inhalt from ozg_anlage_stueck")).doesNotContain("Geheim");
        assertThat(roh("select dateiname from ozg_anlage")).doesNotContain("erika");
    }

    @Test
    void deliveredOnceByManyWorkers() throws Exception {
        Map<String, Integer> geliefert = new ConcurrentHashMap<>();
        for (int i = 0; i < 10; i++) {
            daten.antraege().einreichen(einreichung(entwurf("x"), "a"));
        }
        Arbeiter arbeiter = arbeiter(paket -> {
            geliefert.merge(paket.schluessel(), 1, Integer::sum);
            return new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant());
        });

        List<Integer> je = gleichzeitig(4, arbeiter::runOnce);

        assertThat(je.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
        assertThat(geliefert).hasSize(10).allSatisfy((k, anzahl) -> assertThat(anzahl)
                .isEqualTo(1));
        assertThat(wert("select count(*) from ozg_antrag where status = 'UEBERMITTELT'"))
                .isEqualTo(10);
    }

    @Test
    void aWorkerThatDiesLeavesALeaseThatRunsOut() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        Arbeiter stirbt = arbeiter(paket -> {
            throw new StackOverflowError("kill -9");
        });
        assertThatThrownBy(stirbt::runOnce).isInstanceOf(StackOverflowError.class);
        Arbeiter naechster = arbeiter(paket -> new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant()));

        assertThat(naechster.runOnce()).isZero();
        uhr.vor(Duration.ofSeconds(61));
        assertThat(naechster.runOnce()).isEqualTo(1);
        assertThat(daten.antraege().antrag(STADT, antrag.id()).orElseThrow().status())
                .isEqualTo(Antragsstatus.UEBERMITTELT);
    }

    @Test
    void failedDeliveriesAreRepeatedAndThenAPersonLooks() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        Arbeiter scheitert = arbeiter(paket -> new Uebermittlungsergebnis.Wiederholen("OZG-ABLAGE-0001", "voll"));
        for (int i = 0; i < Arbeiter.VERSUCHE; i++) {
            assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
            assertThat(scheitert.runOnce()).isEqualTo(1);
            assertThat(scheitert.runOnce()).isZero();
            uhr.vor(Duration.ofHours(7));
        }

        Klaerungsfall fall = daten.klaerungsfaelle().offene(10).get(0);
        assertThat(fall.code()).isEqualTo("OZG-ABLAGE-0001");
        uhr.vor(Duration.ofDays(400));
        assertThat(daten.aufraeumer().raeumeAuf())
                .as("open cases keep their Antrag")
                .isZero();
        assertThat(daten.klaerungsfaelle().wiederholen(fall.id(), "erna")).isTrue();
        assertThat(daten.klaerungsfaelle().wiederholen(fall.id(), "erna")).isFalse();
        assertThat(arbeiter(paket -> new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant()))
                        .runOnce())
                .isEqualTo(1);
        assertThat(daten.protokoll().eintraege(STADT, antrag.id()))
                .extracting(Protokoll.Eintrag::ereignis, Protokoll.Eintrag::handelnder)
                .contains(org.assertj.core.groups.Tuple.tuple("KLAERUNG_WIEDERHOLT", "erna"));
    }

    @Test
    void aDeliveryThatFindsAPieceMissingBecomesACaseAtOnce() throws Exception {
        Entwurf entwurf = entwurf("x");
        Anlage anlage = anlage(entwurf, "x");
        daten.antraege()
                .einreichen(new Einreichung(
                        entwurf, "s".repeat(22), bytes("i"), List.of(anlage.id()), List.of("ablage"), MONAT));
        fuehreAus("delete from ozg_anlage_stueck");

        arbeiter(paket -> {
                    try {
                        lies(entwurf, anlage);
                        return new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant());
                    } catch (IOException e) {
                        return new Uebermittlungsergebnis.Wiederholen("OZG-ABLAGE-0001", "Platte");
                    }
                })
                .runOnce();

        assertThat(daten.klaerungsfaelle().offene(10))
                .extracting(Klaerungsfall::code)
                .containsExactly("OZG-BLOB-0002");
    }

    @Test
    void aDeliveryThatKillsTheProcessEachTimeIsGivenUp() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        int[] begonnen = {0};
        Arbeiter stirbt = arbeiter(paket -> {
            begonnen[0]++;
            throw new StackOverflowError("kill -9");
        });
        for (int i = 0; i < Arbeiter.VERSUCHE; i++) {
            assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
            assertThatThrownBy(stirbt::runOnce).isInstanceOf(StackOverflowError.class);
            uhr.vor(Duration.ofSeconds(61));
        }

        assertThat(stirbt.runOnce()).isEqualTo(1);

        assertThat(begonnen[0]).isEqualTo(Arbeiter.VERSUCHE);
        Klaerungsfall fall = daten.klaerungsfaelle().offene(10).get(0);
        assertThat(fall.code()).isEqualTo("OZG-JOB-0004");
        assertThat(ereignisse(antrag.id())).containsExactly("EINGEREICHT", "KLAERUNGSFALL");
        assertThat(stirbt.runOnce()).isZero();
        daten.klaerungsfaelle().wiederholen(fall.id(), "erna");
        assertThatThrownBy(stirbt::runOnce).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void textsOfAReceiverMayHaveAnyLength() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        arbeiter(paket -> new Uebermittlungsergebnis.Wiederholen("c".repeat(100), "d\0".repeat(1000)))
                .runOnce();
        uhr.vor(Duration.ofMinutes(1));
        arbeiter(paket -> new Uebermittlungsergebnis.Uebermittelt("b" + "\uD83D\uDE00".repeat(1000), uhr.instant()))
                .runOnce();

        assertThat(daten.antraege().antrag(STADT, antrag.id()).orElseThrow().status())
                .isEqualTo(Antragsstatus.UEBERMITTELT);
        assertThat(wert("select char_length(beleg) from ozg_auftrag")).isBetween(1, 500);
    }

    @Test
    void anOvertakenLeaseDoesNotEndTheNextOne() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        Auftraege auftraege = new JdbiAuftraege(new Datenbank(quelle), uhr);
        Auftrag erster = auftraege.leihe(Duration.ofSeconds(60)).orElseThrow();
        uhr.vor(Duration.ofSeconds(61));
        Auftrag zweiter = auftraege.leihe(Duration.ofSeconds(60)).orElseThrow();
        assertThat(zweiter.id()).isEqualTo(erster.id());

        auftraege.spaeter(erster, Duration.ZERO, "X", "zu spaet");
        assertThat(auftraege.leihe(Duration.ofSeconds(60))).isEmpty();
        auftraege.zurKlaerung(erster, "X", "zu spaet");
        assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
        assertThat(ereignisse(antrag.id())).containsExactly("EINGEREICHT");

        auftraege.spaeter(zweiter, Duration.ZERO, "Y", "gilt");
        assertThat(auftraege.leihe(Duration.ofSeconds(60)))
                .map(Auftrag::versuche)
                .contains(3);
    }

    @Test
    void whatWasDeliveredUnderAnOvertakenLeaseStaysDelivered() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        Auftraege auftraege = new JdbiAuftraege(new Datenbank(quelle), uhr);
        Auftrag erster = auftraege.leihe(Duration.ofSeconds(60)).orElseThrow();
        uhr.vor(Duration.ofSeconds(61));
        Auftrag zweiter = auftraege.leihe(Duration.ofSeconds(60)).orElseThrow();
        auftraege.zurKlaerung(zweiter, "X", "abgewiesen");

        auftraege.erledigt(erster, "beleg");
        auftraege.erledigt(zweiter, "noch einer");
        auftraege.zurKlaerung(zweiter, "X", "zu spaet");

        assertThat(roh("select beleg from ozg_auftrag where zustand = 'ERLEDIGT'"))
                .isEqualTo("beleg");
        assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
        assertThat(daten.antraege().antrag(STADT, antrag.id()).orElseThrow().status())
                .isEqualTo(Antragsstatus.UEBERMITTELT);
        assertThat(ereignisse(antrag.id()))
                .containsExactly("EINGEREICHT", "KLAERUNGSFALL", "UEBERGEBEN", "UEBERMITTELT");
    }

    @Test
    void anUnknownWayAndARefusalBecomeCasesAtOnce() {
        Entwurf entwurf = entwurf("x");
        daten.antraege()
                .einreichen(
                        new Einreichung(entwurf, "a".repeat(22), bytes("i"), List.of(), List.of("gibtsnicht"), MONAT));
        arbeiter(paket -> new Uebermittlungsergebnis.Abgewiesen("X", "y")).runOnce();

        Klaerungsfall fall = daten.klaerungsfaelle().offene(10).get(0);
        assertThat(fall.code()).isEqualTo("OZG-JOB-0001");
        assertThat(daten.klaerungsfaelle().schliessen(fall.id(), "erna", "doppelt"))
                .isTrue();
        assertThat(daten.klaerungsfaelle().offene(10)).isEmpty();
    }

    @Test
    void aDeliveredAntragIsDeletedAfterItsRetentionAndNotBefore() {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        arbeiter(paket -> new Uebermittlungsergebnis.Uebermittelt("b", uhr.instant()))
                .runOnce();
        uhr.vor(MONAT.minusSeconds(1));
        assertThat(daten.aufraeumer().raeumeAuf()).isZero();
        uhr.vor(Duration.ofSeconds(2));

        assertThat(daten.aufraeumer().raeumeAuf()).isEqualTo(1);
        assertThat(daten.antraege().antrag(STADT, antrag.id())).isEmpty();
    }

    @Test
    void whatWasSubmittedCannotLoseAnAttachmentNorGetOne() throws IOException {
        Entwurf entwurf = entwurf("x");
        Anlage bleibt = anlage(entwurf, "bleibt");
        Anlage geht = anlage(entwurf, "geht");
        daten.anlagen().loeschen(STADT, entwurf.id(), geht.id());
        assertThat(daten.anlagen().liste(STADT, entwurf.id())).containsExactly(bleibt);
        daten.antraege()
                .einreichen(new Einreichung(
                        entwurf, "s".repeat(22), bytes("i"), List.of(bleibt.id()), List.of("ablage"), MONAT));

        daten.anlagen().loeschen(STADT, entwurf.id(), bleibt.id());
        assertCode("OZG-BLOB-0003", () -> anlage(entwurf, "zu spaet"));

        assertThat(daten.anlagen().liste(STADT, entwurf.id())).containsExactly(bleibt);
        assertThat(text(lies(entwurf, bleibt))).isEqualTo("bleibt");
        assertThat(zeilen("ozg_anlage_stueck")).isEqualTo(1);
    }

    @Test
    void anExpiredDraftGetsNoAttachment() {
        Entwurf entwurf = entwurf("x");
        uhr.vor(MONAT);

        assertCode("OZG-BLOB-0003", () -> anlage(entwurf, "zu spaet"));
        assertThat(zeilen("ozg_anlage") + zeilen("ozg_anlage_stueck")).isZero();
    }

    @Test
    void aDraftSubmittedWhileTheSweeperLooksAtItStays() throws IOException {
        Entwurf entwurf = entwurf("x");
        Anlage anlage = anlage(entwurf, "x");
        uhr.vor(MONAT);
        Zwischenruf ruf = new Zwischenruf(quelle, "delete from ozg_a", () -> {
            fuehreAus("update ozg_antrag set status = 'EINGEREICHT', code_hash = null");
            return null;
        });

        assertThat(neben(ruf).aufraeumer().raeumeAuf()).isZero();

        assertThat(ruf.gerufen()).isTrue();
        assertThat(zeilen("ozg_antrag")).isEqualTo(1);
        assertThat(daten.anlagen().liste(STADT, entwurf.id())).containsExactly(anlage);
        assertThat(zeilen("ozg_anlage_stueck")).isEqualTo(1);
        assertThat(ereignisse(entwurf.id())).isEmpty();
    }

    @Test
    void theSweeperWorksInPortions() {
        for (int i = 0; i < 120; i++) {
            entwurf("x");
        }
        uhr.vor(MONAT);

        assertThat(daten.aufraeumer().raeumeAuf()).isEqualTo(120);
        assertThat(zeilen("ozg_antrag")).isZero();
    }

    @Test
    void anUploadThatEndsDuringTheErasureLeavesNothing() throws IOException {
        Entwurf entwurf = entwurf("x");
        Zwischenruf ruf = new Zwischenruf(quelle, "delete from ozg_antrag", () -> anlage(entwurf, "x"));

        assertThat(neben(ruf).auskunft().loesche(STADT, entwurf.id(), "erna")).isTrue();

        assertThat(ruf.gerufen()).isTrue();
        assertThat(zeilen("ozg_antrag") + zeilen("ozg_anlage") + zeilen("ozg_anlage_stueck"))
                .isZero();
    }

    @Test
    void attachmentsWithoutAnAntragAreSweptUp() throws Exception {
        Entwurf bleibt = entwurf("x");
        Anlage anlage = anlage(bleibt, "bleibt");
        Entwurf weg = entwurf("x");
        anlage(weg, "verwaist");
        fuehreAus("delete from ozg_antrag where antrag_id = '" + weg.id() + "'");

        daten.aufraeumer().raeumeAuf();

        assertThat(zeilen("ozg_anlage_stueck")).isEqualTo(1);
        assertThat(daten.anlagen().liste(STADT, bleibt.id())).containsExactly(anlage);
    }

    @Test
    void piecesOfAnUploadThatDiedAreSweptUpAfterADay() throws Exception {
        Entwurf entwurf = entwurf("x");
        anlage(entwurf, "bleibt");
        Anlage tot = anlage(entwurf, "tot");
        fuehreAus("delete from ozg_anlage where anlage_id = '" + tot.id() + "'");

        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen("ozg_anlage_stueck"))
                .as("may be an upload that goes on")
                .isEqualTo(2);
        uhr.vor(Duration.ofDays(1));
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen("ozg_anlage_stueck")).isEqualTo(1);
    }

    @Test
    void theSweeperFindsWhatIsOverByAnIndex() throws Exception {
        Entwurf entwurf = entwurf("x");
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf, "a")));

        assertThat(roh("select loeschen_ab from ozg_antrag"))
                .isEqualTo("" + antrag.eingegangenAm().plus(MONAT).toEpochMilli());
        assertThat(erstespalten("ozg_antrag")).contains("loeschen_ab");
        assertThat(erstespalten("ozg_anlage_stueck")).contains("geschrieben_am");
        assertThat(erstespalten("ozg_anfragegrenze")).contains("bis");
        assertThat(erstespalten("ozg_anlage")).contains("zustand");
    }

    @Test
    void whatIsInQuarantineIsNeitherSeenNorDeliveredUntilItIsClean() throws IOException {
        Entwurf entwurf = entwurf("x");
        Anlage wartet = inQuarantaene(entwurf, "wartet");

        assertThat(daten.anlagen().liste(STADT, entwurf.id())).isEmpty();
        assertThat(daten.anlagen().oeffnen(STADT, entwurf.id(), wartet.id())).isEmpty();
        assertThat(roh("select inhalt from ozg_anlage_stueck")).doesNotContain("wartet");
        Einreichung einreichung =
                new Einreichung(entwurf, "s".repeat(22), bytes("i"), List.of(wartet.id()), List.of("ablage"), MONAT);
        assertCode("OZG-BLOB-0004", () -> daten.antraege().einreichen(einreichung));
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isPresent();
        assertThat(zeilen("ozg_auftrag")).isZero();

        Quarantaene.Fall fall = daten.quarantaene().leihe().orElseThrow();
        try (InputStream inhalt = fall.inhalt().ab(3)) {
            assertThat(text(inhalt.readAllBytes())).isEqualTo("tet");
        }
        daten.quarantaene().gibFrei(fall);
        daten.quarantaene().verwirf(fall); // too late

        assertThat(daten.anlagen().liste(STADT, entwurf.id())).containsExactly(wartet);
        assertThat(eingereicht(daten.antraege().einreichen(einreichung)).anlagen())
                .containsExactly(wartet);
        assertThat(daten.quarantaene().leihe()).isEmpty();
    }

    @Test
    void whatIsInfectedLosesItsBytesAndKeepsItsName() throws IOException {
        Entwurf entwurf = entwurf("x");
        Anlage befallen = inQuarantaene(entwurf, "boese");

        daten.quarantaene().verwirf(daten.quarantaene().leihe().orElseThrow());

        assertThat(zeilen("ozg_anlage_stueck")).isZero();
        assertThat(daten.anlagen().oeffnen(STADT, entwurf.id(), befallen.id())).isEmpty();
        assertThat(daten.anlagen().staende(STADT, entwurf.id())).singleElement().satisfies(stand -> {
            assertThat(stand.zustand()).isEqualTo(Anlagenstand.Zustand.BEFALLEN);
            assertThat(stand.dateiname()).isEqualTo("erika.pdf");
            assertThat(stand.seit()).isEqualTo(uhr.instant());
        });
        assertThat(ereignisse(entwurf.id())).containsExactly("ANLAGE_BEFALLEN");
        assertThat(daten.quarantaene().leihe()).isEmpty();
        uhr.vor(MONAT);
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen("ozg_anlage")).isZero();
    }

    @Test
    void aScannerThatIsDownIsAskedAgainLessAndLessOften() throws IOException {
        Entwurf entwurf = entwurf("x");
        inQuarantaene(entwurf, "wartet");
        List<Virenscanner.Befund> antworten = new ArrayList<>();
        Nachpruefung nachpruefung = new Nachpruefung(daten.quarantaene(), inhalt -> {
            antworten.add(Virenscanner.Befund.UNBEKANNT);
            throw new IOException("Verbindung weg");
        });

        int minuten = 0;
        for (int abstand : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(nachpruefung.runOnce()).as("nach %d Minuten", minuten).isEqualTo(1);
            uhr.vor(Duration.ofMinutes(abstand).minusMillis(1));
            assertThat(nachpruefung.runOnce()).as("vor der Zeit").isZero();
            uhr.vor(Duration.ofMillis(1));
            minuten += abstand;
        }
        assertThat(antworten).hasSize(8);
        assertThat(new Nachpruefung(daten.quarantaene(), inhalt -> Virenscanner.Befund.SAUBER).runOnce())
                .isEqualTo(1);
        assertThat(daten.anlagen().liste(STADT, entwurf.id())).hasSize(1);
    }

    @Test
    void aFileIsScannedByOneOfManyWorkers() throws Exception {
        for (int i = 0; i < 10; i++) {
            inQuarantaene(entwurf("x"), "wartet" + i);
        }
        Nachpruefung nachpruefung = new Nachpruefung(daten.quarantaene(), inhalt -> Virenscanner.Befund.SAUBER);

        List<Integer> je = gleichzeitig(4, nachpruefung::runOnce);

        assertThat(je.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
    }

    @Test
    void aFileThatIsNotTakenLeavesNothingAndNobodySeesItBefore() throws IOException {
        Entwurf entwurf = entwurf("x");
        byte[] inhalt = new byte[600_000];
        new Random(7).nextBytes(inhalt);
        List<Integer> gesehen = new ArrayList<>();

        assertCode("OZG-VIREN-0004", () -> daten.anlagen()
                .speichern(STADT, entwurf.id(), "a", "b", new ByteArrayInputStream(inhalt), WEIT, bytes -> {
                    gesehen.add(daten.anlagen().staende(STADT, entwurf.id()).size());
                    assertThat(bytes.groesse()).isEqualTo(inhalt.length);
                    for (int ab : new int[] {0, 1, 256 * 1024 - 1, 256 * 1024, 512 * 1024, 599_999, 600_000, 700_000}) {
                        try (InputStream strom = bytes.ab(ab)) {
                            assertThat(strom.readAllBytes())
                                    .isEqualTo(
                                            ab > inhalt.length
                                                    ? new byte[0]
                                                    : java.util.Arrays.copyOfRange(inhalt, ab, inhalt.length));
                        }
                    }
                    throw new InvalidInput(VirenscanFehler.BEFALLEN, "");
                }));

        assertThat(gesehen).containsExactly(0);
        assertThat(zeilen("ozg_anlage") + zeilen("ozg_anlage_stueck")).isZero();
    }

    @Test
    void countsAttemptsInAWindow() {
        for (int i = 0; i < 5; i++) {
            assertThat(daten.grenze().erlaubt("fortsetzen:a", 5, Duration.ofMinutes(10)))
                    .isTrue();
        }
        assertThat(daten.grenze().erlaubt("fortsetzen:a", 5, Duration.ofMinutes(10)))
                .isFalse();
        assertThat(daten.grenze().erlaubt("hochladen:a", 3, 5, Duration.ofMinutes(10)))
                .isTrue();
        assertThat(daten.grenze().erlaubt("hochladen:a", 3, 5, Duration.ofMinutes(10)))
                .isFalse();
        assertThat(daten.grenze().erlaubt("hochladen:a", 0, 6, Duration.ofMinutes(10)))
                .as("asked without counting")
                .isTrue();
        assertThat(daten.grenze().erlaubt("fortsetzen:b", 5, Duration.ofMinutes(10)))
                .isTrue();
        uhr.vor(Duration.ofMinutes(11));
        assertThat(daten.grenze().erlaubt("fortsetzen:a", 5, Duration.ofMinutes(10)))
                .isTrue();
    }

    @Test
    void aRightfulAttemptIsGivenBack() {
        for (int i = 0; i < 20; i++) {
            assertThat(daten.grenze().erlaubt("fortsetzen:c", 2, Duration.ofMinutes(10)))
                    .isTrue();
            daten.grenze().gibZurueck("fortsetzen:c");
        }
        daten.grenze().gibZurueck("fortsetzen:c");
        assertThat(daten.grenze().erlaubt("fortsetzen:c", 1, Duration.ofMinutes(10)))
                .isTrue();
        assertThat(daten.grenze().erlaubt("fortsetzen:c", 1, Duration.ofMinutes(10)))
                .isFalse();
    }

    @Test
    void keysAreRotatedAndOldOnesMayLeave() throws IOException {
        Entwurf entwurf = entwurf("eins");
        Anlage anlage = anlage(entwurf, "inhalt");
        String code = daten.antraege().fortsetzungscode(STADT, entwurf.id());
        Datenhaltung beide =
                Datenhaltung.builder(quelle, bund("k1", "k2")).clock(uhr).oeffnen();
        assertThat(beide.antraege().entwurf(STADT, entwurf.id())).isPresent();

        assertThat(beide.umschluesselung().laufe()).isEqualTo(3);
        assertThat(beide.umschluesselung().laufe()).isZero();
        assertThat(beide.antraege().fortsetzen(STADT, entwurf.dienst(), code, "b"))
                .isPresent();

        daten = Datenhaltung.builder(quelle, bund("k2")).clock(uhr).oeffnen();
        assertThat(text(lies(entwurf, anlage))).isEqualTo("inhalt");
        Datenhaltung ohne = Datenhaltung.builder(quelle, bund("k1")).clock(uhr).oeffnen();
        assertCode("OZG-CRYPTO-0004", () -> ohne.antraege().entwurf(STADT, entwurf.id()));
    }

    @Test
    void exportsAndErasesAllAboutOneAntrag() throws IOException {
        Entwurf entwurf = entwurf("eins");
        anlage(entwurf, "inhalt");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        assertThat(daten.auskunft().exportiere(STADT, entwurf.id(), "erna", zip))
                .isTrue();

        Map<String, String> dateien = new LinkedHashMap<>();
        try (ZipInputStream lesen = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry e = lesen.getNextEntry(); e != null; e = lesen.getNextEntry()) {
                dateien.put(e.getName(), new String(lesen.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(dateien).hasSize(4);
        assertThat(dateien.get("vorgang.txt"))
                .contains("Antrag: " + entwurf.id() + "\n", "Status: ENTWURF\n", "Laeuft ab am: ");
        assertThat(dateien.get("protokoll.txt")).contains("AUSKUNFT_ERTEILT erna");
        assertThat(dateien.get("angaben.json")).isNotEmpty();
        assertThat(daten.auskunft().exportiere(NACHBAR, entwurf.id(), "erna", zip))
                .isFalse();
        assertThat(daten.auskunft().loesche(STADT, entwurf.id(), "erna")).isTrue();
        assertThat(zeilen("ozg_antrag") + zeilen("ozg_anlage") + zeilen("ozg_anlage_stueck"))
                .isZero();
    }

    @Test
    void whatALoginLeavesIsEncryptedExportedRotatedAndErasedWithItsAntrag() throws IOException {
        Entwurf entwurf = entwurf("eins");
        Postfachadresse postfach = new Postfachadresse("BundID", "postkorb-4711", Optional.of("anwendung-1"));
        daten.anmeldenachweise().merke(STADT, entwurf.id(), new Anmeldenachweis(bytes("alt"), Optional.empty()));
        assertThat(daten.postfachadressen().zu(STADT, entwurf.id())).isEmpty();
        daten.anmeldenachweise()
                .merke(STADT, entwurf.id(), new Anmeldenachweis(bytes("bericht-0815"), Optional.of(postfach)));
        eingereicht(daten.antraege().einreichen(einreichung(entwurf, "a")));

        assertThat(daten.anmeldenachweise().bericht(STADT, entwurf.id()).map(DatenhaltungContract::text))
                .contains("bericht-0815");
        assertThat(daten.postfachadressen().zu(STADT, entwurf.id())).contains(postfach);
        assertThat(daten.postfachadressen().zu(NACHBAR, entwurf.id())).isEmpty();
        assertThat(postfach.toString()).doesNotContain("4711", "anwendung");
        assertThat(roh("select postfach from ozg_anmeldung")).doesNotContain("4711");
        assertThat(roh("select bericht from ozg_anmeldung")).doesNotContain("0815");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        daten.auskunft().exportiere(STADT, entwurf.id(), "erna", zip);
        Map<String, String> dateien = new LinkedHashMap<>();
        try (ZipInputStream lesen = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry e = lesen.getNextEntry(); e != null; e = lesen.getNextEntry()) {
                dateien.put(e.getName(), text(lesen.readAllBytes()));
            }
        }
        assertThat(dateien.get("identifikation.json")).isEqualTo("bericht-0815");
        assertThat(dateien.get("vorgang.txt")).contains("Postfach bei BundID: postkorb-4711", "anwendung-1");

        Datenhaltung beide =
                Datenhaltung.builder(quelle, bund("k1", "k2")).clock(uhr).oeffnen();
        assertThat(beide.umschluesselung().laufe()).isEqualTo(3); // answers, report, mailbox
        daten = Datenhaltung.builder(quelle, bund("k2")).clock(uhr).oeffnen();
        assertThat(daten.postfachadressen().zu(STADT, entwurf.id())).contains(postfach);

        assertThat(daten.auskunft().loesche(STADT, entwurf.id(), "erna")).isTrue();
        assertThat(zeilen("ozg_anmeldung")).isZero();
        daten.anmeldenachweise().merke(STADT, entwurf.id(), new Anmeldenachweis(bytes("spaet"), Optional.of(postfach)));
        assertThat(zeilen("ozg_anmeldung")).isZero();
        assertCode("OZG-STORE-0004", () -> daten.anmeldenachweise()
                .merke(STADT, entwurf.id(), new Anmeldenachweis(new byte[65_537], Optional.empty())));
    }

    @Test
    void aFileThatTheScanHoldsBackIsNamedInTheExportAndNotGiven() throws IOException {
        Entwurf entwurf = entwurf("x");
        inQuarantaene(entwurf, "boese");
        daten.quarantaene().verwirf(daten.quarantaene().leihe().orElseThrow());
        inQuarantaene(entwurf, "wartet");
        Anlage frei = anlage(entwurf, "frei");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        daten.auskunft().exportiere(STADT, entwurf.id(), "erna", zip);

        List<String> namen = new ArrayList<>();
        ZipInputStream lesen = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()));
        namen.add(lesen.getNextEntry().getName());
        assertThat(new String(lesen.readAllBytes(), StandardCharsets.UTF_8))
                .contains(
                        "Datei nicht dabei, wegen eines Virenfundes geloescht: erika.pdf\n",
                        "Datei nicht dabei, wartet auf die Virenpruefung: erika.pdf\n");
        for (ZipEntry e = lesen.getNextEntry(); e != null; e = lesen.getNextEntry()) {
            namen.add(e.getName());
        }
        assertThat(namen)
                .containsExactly("vorgang.txt", "angaben.json", "protokoll.txt", "anlagen/" + frei.id() + "-erika.pdf");
    }

    @Test
    void aSubmittedAntragIsFoundByItsNumberAndExportedWithItsDeliveries() throws IOException {
        Antrag antrag = eingereicht(daten.antraege().einreichen(einreichung(entwurf("x"), "a")));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        assertThat(daten.auskunft().finde(STADT, antrag.vorgangsnummer())).contains(antrag.id());
        assertThat(daten.auskunft().finde(NACHBAR, antrag.vorgangsnummer())).isEmpty();
        daten.auskunft().exportiere(STADT, antrag.id(), "erna", zip);

        ZipInputStream lesen = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()));
        assertThat(lesen.getNextEntry().getName()).isEqualTo("vorgang.txt");
        assertThat(new String(lesen.readAllBytes(), StandardCharsets.UTF_8))
                .contains(
                        "Vorgangsnummer: " + antrag.vorgangsnummer() + "\n",
                        "Eingegangen am: " + antrag.eingegangenAm() + "\n",
                        "SHA-256 der Angaben: " + antrag.inhaltSha256() + "\n",
                        "Status: EINGEREICHT\n")
                .containsPattern("Uebermittlung: \\w+, OFFEN, Versuche 0\n");
    }

    @Test
    void manyNodesThatStartTogetherMakeTheTablesOnce() throws Exception {
        DataSource leer = neueDatenbank();

        List<Datenhaltung> knoten =
                gleichzeitig(4, () -> Datenhaltung.builder(leer, bund("k1")).oeffnen());

        assertThat(knoten).hasSize(4);
    }

    @Test
    void tablesThatDoNotFitAreRefused() throws Exception {
        assertCode("OZG-STORE-0002", () -> Datenhaltung.builder(neueDatenbank(), bund("k1"))
                .migrieren(false)
                .oeffnen());
        fuehreAus("update ozg_schema set pruefsumme = 'anders' where pruefsumme <> ''");
        assertCode(
                "OZG-STORE-0003", () -> Datenhaltung.builder(quelle, bund("k1")).oeffnen());
    }

    @Test
    void aResumeCodeNeedsADraft() {
        Entwurf eingereicht = entwurf("x");
        daten.antraege().einreichen(einreichung(eingereicht, "a"));
        Entwurf abgelaufen = entwurf("x");
        uhr.vor(MONAT);

        for (AntragId id : List.of(eingereicht.id(), abgelaufen.id(), AntragId.neu())) {
            assertCode("OZG-STORE-0007", () -> daten.antraege().fortsetzungscode(STADT, id));
        }
    }

    @Test
    void aMistakeOfTheProgramIsNotADeadDatabase() throws Exception {
        Entwurf entwurf = entwurf("x");
        assertThatThrownBy(() -> daten.antraege()
                        .einreichen(new Einreichung(
                                entwurf,
                                "s".repeat(22),
                                bytes("i"),
                                List.of(AnlageId.neu()),
                                List.of("ablage"),
                                MONAT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isPresent();

        fuehreAus("drop table ozg_anlage");
        assertThatThrownBy(() -> daten.anlagen().liste(STADT, entwurf.id()))
                .isInstanceOfSatisfying(OzgException.class, e -> {
                    assertThat(e.code()).isEqualTo("OZG-STORE-0006");
                    assertThat(e.retryable()).isFalse();
                });
    }

    @Test
    void theHostsOwnToolMayApplyTheScripts() throws Exception {
        fuehreAus("drop table ozg_schema");
        Datenhaltung.Builder vomGastgeber =
                Datenhaltung.builder(quelle, bund("k1")).migrieren(false);
        vomGastgeber.oeffnen();

        fuehreAus("alter table ozg_auftrag drop column beleg");
        assertCode("OZG-STORE-0002", vomGastgeber::oeffnen);
    }

    @Test
    void tablesOfAnotherSchemaDoNotCount() throws Exception {
        quelle = neueDatenbank();
        fuehreAus("create schema fremd");
        fuehreAus("create table fremd.ozg_antrag (mandant_id varchar(40))");
        fuehreAus("create table fremd.ozg_schema (version varchar(40))");

        assertCode(
                "OZG-STORE-0002",
                () -> Datenhaltung.builder(quelle, bund("k1")).migrieren(false).oeffnen());
        Datenhaltung.builder(quelle, bund("k1")).oeffnen();
    }

    @Test
    void aDeadDatabaseHasItsCode() throws Exception {
        schliesse(quelle);

        assertCode("OZG-STORE-0001", () -> daten.antraege().entwurf(STADT, AntragId.neu()));
    }

    @Test
    void tooMuchTextIsRefused() {
        assertCode("OZG-STORE-0004", () -> daten.antraege().anlegen(STADT, DIENST, new byte[1_000_001], MONAT));
    }

    /** The same database, seen by a node that is interrupted. */
    private Datenhaltung neben(Zwischenruf ruf) {
        return Datenhaltung.builder(ruf.quelle(), bund("k1"))
                .clock(uhr)
                .migrieren(false)
                .oeffnen();
    }

    /** The first column of each index of a table. */
    private List<String> erstespalten(String tabelle) throws Exception {
        List<String> spalten = new ArrayList<>();
        try (Connection c = quelle.getConnection()) {
            String name =
                    c.getMetaData().storesUpperCaseIdentifiers() ? tabelle.toUpperCase(java.util.Locale.ROOT) : tabelle;
            try (var rs = c.getMetaData().getIndexInfo(null, null, name, false, true)) {
                while (rs.next()) {
                    if (rs.getInt("ORDINAL_POSITION") == 1) {
                        spalten.add(rs.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
                    }
                }
            }
        }
        return spalten;
    }

    private Entwurf entwurf(String inhalt) {
        return daten.antraege().anlegen(STADT, DIENST, bytes(inhalt), MONAT);
    }

    private Anlage anlage(Entwurf entwurf, String inhalt) throws IOException {
        return daten.anlagen()
                .speichern(
                        STADT,
                        entwurf.id(),
                        "erika.pdf",
                        "application/pdf",
                        new ByteArrayInputStream(bytes(inhalt)),
                        1000);
    }

    private Anlage inQuarantaene(Entwurf entwurf, String inhalt) throws IOException {
        return daten.anlagen()
                .speichern(
                        STADT,
                        entwurf.id(),
                        "erika.pdf",
                        "application/pdf",
                        new ByteArrayInputStream(bytes(inhalt)),
                        WEIT,
                        bytes -> Anlagenstand.Zustand.QUARANTAENE)
                .anlage();
    }

    private byte[] lies(Entwurf entwurf, Anlage anlage) throws IOException {
        try (InputStream strom =
                daten.anlagen().oeffnen(STADT, entwurf.id(), anlage.id()).orElseThrow()) {
            return strom.readAllBytes();
        }
    }

    private static Einreichung einreichung(Entwurf entwurf, String zeichen) {
        return new Einreichung(
                entwurf, zeichen.repeat(22), bytes("amtlich"), List.<AnlageId>of(), List.of("ablage"), MONAT);
    }

    private static Antrag eingereicht(Einreichungsergebnis ergebnis) {
        return ((Einreichungsergebnis.Eingereicht) ergebnis).antrag();
    }

    private Arbeiter arbeiter(Function<Paket, Uebermittlungsergebnis> lieferung) {
        Uebermittlungsweg weg = new Uebermittlungsweg() {
            @Override
            public String id() {
                return "ablage";
            }

            @Override
            public Uebermittlungsergebnis uebermitteln(Paket paket) {
                return lieferung.apply(paket);
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
                List.of(weg));
    }

    private List<String> ereignisse(AntragId id) {
        return daten.protokoll().eintraege(STADT, id).stream()
                .map(Protokoll.Eintrag::ereignis)
                .toList();
    }

    private static <T> List<T> gleichzeitig(int anzahl, Callable<T> arbeit) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(anzahl);
        try {
            List<Callable<T>> alle = new ArrayList<>();
            for (int i = 0; i < anzahl; i++) {
                alle.add(arbeit);
            }
            List<T> ergebnisse = new ArrayList<>();
            for (Future<T> f : pool.invokeAll(alle)) {
                ergebnisse.add(f.get());
            }
            return ergebnisse;
        } finally {
            pool.shutdownNow();
        }
    }

    private int zeilen(String tabelle) {
        return wert("select count(*) from " + tabelle);
    }

    private int wert(String abfrage) {
        return Integer.parseInt(roh(abfrage));
    }

    private String roh(String abfrage) {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                var rs = s.executeQuery(abfrage)) {
            rs.next();
            return rs.getObject(1) instanceof Number zahl
                    ? zahl.toString()
                    : new String(rs.getBytes(1), StandardCharsets.ISO_8859_1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fuehreAus(String anweisung) throws Exception {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement()) {
            s.execute(anweisung);
        }
    }

    private static void assertCode(String code, ThrowingCallable arbeit) {
        assertThatThrownBy(arbeit).isInstanceOfSatisfying(OzgException.class, e -> assertThat(e.code())
                .isEqualTo(code));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
