/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.beteiligung.Abschluss;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Entscheidung;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis.Entschieden;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis.Ueberholt;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Weitergabebeginn;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises about consents of others, whatever the database. */
abstract class BeteiligungenContract {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final MandantId NACHBAR = new MandantId("nachbarstadt");
    private static final DienstRef DIENST = new DienstRef(new DienstId("sondernutzung"), "1.0.0");
    private static final Duration MONAT = Duration.ofDays(30);
    private static final Duration FRIST = Duration.ofDays(9);
    private static final Vertrauensniveau OHNE = Vertrauensniveau.OHNE;

    private final StellbareUhr uhr = new StellbareUhr();
    private DataSource quelle;
    private Datenhaltung daten;

    abstract DataSource neueDatenbank();

    @BeforeEach
    void oeffne() {
        quelle = neueDatenbank();
        daten = Datenhaltung.builder(quelle, bund("k1")).clock(uhr).oeffnen();
    }

    @Test
    void theLastConsentFreezesTheAntrag() {
        Entwurf entwurf = weitergegeben("a", "b");
        assertThat(entscheide(daten, person(entwurf, 0), Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOfSatisfying(Entschieden.class, e -> {
                    assertThat(e.weitergabe().stand()).isEqualTo(Zustimmungsstand.OFFEN);
                    assertThat(e.wiederholt()).isFalse();
                });
        assertThat(daten.antraege().antrag(STADT, entwurf.id())).isEmpty();

        entscheide(daten, person(entwurf, 1), Zustimmungsstand.ZUGESTIMMT, entwurf);

        assertThat(text(daten.antraege()
                        .antrag(STADT, entwurf.id())
                        .orElseThrow()
                        .inhalt()))
                .isEqualTo("amtlich ZUGESTIMMT ZUGESTIMMT gesehen");
        Weitergabe danach = runde(entwurf);
        assertThat(danach.stand()).isEqualTo(Zustimmungsstand.ZUGESTIMMT);
        assertThat(danach.inhalt()).as("not kept twice").isEmpty();
        assertThat(ereignisse(entwurf.id()))
                .containsExactly("WEITERGEGEBEN", "BETEILIGUNG_ZUGESTIMMT", "BETEILIGUNG_ZUGESTIMMT", "EINGEREICHT");
        assertThat(zeilen("ozg_auftrag where art = 'uebermitteln'")).isEqualTo(1);
        assertThat(zeilen("ozg_nachricht"))
                .as("start and one for each decision")
                .isEqualTo(3);
    }

    @Test
    void twoWhoAgreeAtOnceSubmitOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            Entwurf entwurf = weitergegeben("a" + i, "b" + i);
            List<Beteiligung> personen = runde(entwurf).beteiligungen();
            List<Callable<Entscheidungsergebnis>> alle = new ArrayList<>();
            for (int n = 0; n < 4; n++) { // each of the two clicks twice
                Beteiligung person = personen.get(n % 2);
                alle.add(() -> entscheide(daten, person, Zustimmungsstand.ZUGESTIMMT, entwurf));
            }
            ExecutorService pool = Executors.newFixedThreadPool(4);
            try {
                for (Future<Entscheidungsergebnis> f : pool.invokeAll(alle)) {
                    assertThat(f.get()).isInstanceOf(Entschieden.class);
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(ereignisse(entwurf.id()))
                    .containsOnlyOnce("EINGEREICHT")
                    .filteredOn("BETEILIGUNG_ZUGESTIMMT"::equals)
                    .hasSize(2);
        }
        assertThat(zeilen("ozg_auftrag where art = 'uebermitteln'")).isEqualTo(10);
    }

    @Test
    void aProcessThatDiesAtAnyStatementLosesAndDoublesNothing() {
        int anweisungen = 0;
        for (int n = 1; ; n++) {
            Entwurf entwurf = weitergegeben("x" + n);
            Beteiligung person = person(entwurf, 0);
            Totenglocke glocke = new Totenglocke(quelle, n);
            Datenhaltung sterbend = Datenhaltung.builder(glocke.quelle(), bund("k1"))
                    .clock(uhr)
                    .migrieren(false)
                    .oeffnen();
            glocke.scharf();
            boolean gestorben = false;
            try {
                entscheide(sterbend, person, Zustimmungsstand.ZUGESTIMMT, entwurf);
            } catch (Totenglocke.Tod e) {
                gestorben = true;
                anweisungen++;
                assertThat(runde(entwurf).stand()).isEqualTo(Zustimmungsstand.OFFEN);
                assertThat(person(entwurf, 0).stand()).isEqualTo(Zustimmungsstand.OFFEN);
                assertThat(daten.antraege().antrag(STADT, entwurf.id())).isEmpty();
                entscheide(daten, person, Zustimmungsstand.ZUGESTIMMT, entwurf);
            }
            assertThat(daten.antraege().antrag(STADT, entwurf.id())).isPresent();
            assertThat(ereignisse(entwurf.id())).containsOnlyOnce("EINGEREICHT");
            if (!gestorben) {
                break;
            }
        }
        assertThat(anweisungen).as("statements at which it died").isGreaterThan(8);
    }

    @Test
    void aRefusalEndsTheRoundForAll() {
        Entwurf entwurf = weitergegeben("a", "b", "c");
        entscheide(daten, person(entwurf, 0), Zustimmungsstand.ZUGESTIMMT, entwurf);
        entscheide(daten, person(entwurf, 1), Zustimmungsstand.ABGELEHNT, entwurf);

        assertThat(runde(entwurf).stand()).isEqualTo(Zustimmungsstand.ABGELEHNT);
        assertThat(staende(entwurf))
                .containsExactly(
                        Zustimmungsstand.ZURUECKGEZOGEN, Zustimmungsstand.ABGELEHNT, Zustimmungsstand.ZURUECKGEZOGEN);
        assertThat(entscheide(daten, person(entwurf, 2), Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOf(Ueberholt.class);
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isPresent();
        assertThat(beginne(entwurf, "d")).isTrue();
        assertThat(runde(entwurf).runde()).isEqualTo(2);
        assertThat(daten.beteiligungen().alle(STADT, entwurf.id())).hasSize(4);
    }

    @Test
    void aWriteOfTheDraftTakesTheRoundBack() {
        Entwurf entwurf = weitergegeben("a", "b");
        Beteiligung zweite = person(entwurf, 1);
        entscheide(daten, person(entwurf, 0), Zustimmungsstand.ZUGESTIMMT, entwurf);

        Speicherergebnis neu = daten.antraege().speichern(entwurf, bytes("anders"));

        assertThat(neu).isInstanceOf(Speicherergebnis.Gespeichert.class);
        assertThat(staende(entwurf)).containsOnly(Zustimmungsstand.ZURUECKGEZOGEN);
        assertThat(entscheide(daten, zweite, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOf(Ueberholt.class);
        assertThat(beginne(entwurf, "c"))
                .as("the draft that was reviewed is not there any more")
                .isFalse();
        assertThat(daten.antraege().antrag(STADT, entwurf.id())).isEmpty();
    }

    @Test
    void aWriteThatComesBetweenReadingAndAgreeingWins() {
        Entwurf entwurf = weitergegeben("a");
        Beteiligung person = person(entwurf, 0);
        Zwischenruf ruf = new Zwischenruf(
                quelle, "select status from ozg_antrag", () -> daten.antraege().speichern(entwurf, bytes("anders")));
        Datenhaltung langsam = Datenhaltung.builder(ruf.quelle(), bund("k1"))
                .clock(uhr)
                .migrieren(false)
                .oeffnen();

        assertThat(entscheide(langsam, person, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOf(Ueberholt.class);
        assertThat(ruf.gerufen()).isTrue();
        assertThat(daten.antraege().antrag(STADT, entwurf.id())).isEmpty();
    }

    @Test
    void onlyOneRoundRuns() {
        Entwurf entwurf = weitergegeben("a");
        assertThat(beginne(entwurf, "b")).isFalse();
        assertThat(daten.beteiligungen().finde(STADT, link("b"))).isEmpty();
        assertThat(zeilen("ozg_nachricht")).isEqualTo(1);
    }

    @Test
    void aLinkIsKnownByItsHashAndWorksOnce() {
        Entwurf entwurf = weitergegeben("a");
        Beteiligungen b = daten.beteiligungen();

        assertThat(b.finde(STADT, link("a")).map(Beteiligung::antrag)).contains(entwurf.id());
        assertThat(b.finde(NACHBAR, link("a"))).isEmpty();
        assertThat(b.finde(STADT, link("b"))).isEmpty();
        assertThat(zeilen("ozg_beteiligung where link_hash = '" + link("a") + "'"))
                .isZero();
        assertThat(b.oeffne(NACHBAR, link("a"), "eins")).isFalse();
        assertThat(b.oeffne(STADT, link("a"), "eins")).isTrue();
        assertThat(b.oeffne(STADT, link("a"), "zwei")).isFalse();
        assertThat(b.oeffne(STADT, link("a"), "eins"))
                .as("the answer may have been lost")
                .isTrue();
        uhr.vor(Duration.ofMinutes(15));
        assertThat(b.oeffne(STADT, link("a"), "eins")).isFalse();

        Beteiligung vorher = person(entwurf, 0);
        assertThat(b.erneuere(vorher, link("n"), List.of())).isTrue();
        assertThat(b.finde(STADT, link("a"))).isEmpty();
        assertThat(entscheide(daten, vorher, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .as("whoever opened the old link")
                .isInstanceOf(Ueberholt.class);
        assertThat(b.speichere(vorher, bytes("x"))).isFalse();
        assertThat(b.oeffne(STADT, link("n"), "eins")).isTrue();
    }

    @Test
    void ownAnswersAreWrittenByWhoReadThemLast() {
        Entwurf entwurf = weitergegeben("a");
        Beteiligung gelesen = person(entwurf, 0);
        assertThat(daten.beteiligungen().speichere(gelesen, bytes("eins"))).isTrue();
        assertThat(daten.beteiligungen().speichere(gelesen, bytes("zwei"))).isFalse();
        assertThat(text(person(entwurf, 0).inhalt())).isEqualTo("eins");
        assertThat(entscheide(daten, gelesen, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .as("answers that were not seen")
                .isInstanceOf(Ueberholt.class);
    }

    @Test
    void aRoundIsRemindedOfOnceAndThenEnds() {
        Entwurf entwurf = weitergegeben("a", "b");
        Beteiligungen b = daten.beteiligungen();
        assertThat(b.faellige(10)).isEmpty();
        uhr.vor(FRIST.minusDays(1));
        List<Weitergabe> faellig = b.faellige(10);
        assertThat(faellig).hasSize(1);
        BeteiligungId erste = person(entwurf, 0).id();
        assertThat(b.erinnere(faellig.get(0), Map.of(erste, link("neu")), List.of(nachricht())))
                .isTrue();
        assertThat(b.erinnere(faellig.get(0), Map.of(erste, link("doppelt")), List.of(nachricht())))
                .as("another node")
                .isFalse();
        assertThat(b.finde(STADT, link("neu"))).isPresent();
        assertThat(b.finde(STADT, link("b"))).isPresent();
        assertThat(b.faellige(10)).isEmpty();
        assertThat(b.lasseAblaufen(faellig.get(0), w -> List.of(nachricht()))).isFalse();

        uhr.vor(Duration.ofDays(1));
        Beteiligung zuSpaet = person(entwurf, 0);
        assertThat(entscheide(daten, zuSpaet, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOf(Ueberholt.class);
        assertThat(b.faellige(10)).hasSize(1);
        assertThat(b.lasseAblaufen(faellig.get(0), w -> List.of(nachricht()))).isTrue();
        assertThat(b.lasseAblaufen(faellig.get(0), w -> List.of(nachricht()))).isFalse();
        assertThat(staende(entwurf)).containsOnly(Zustimmungsstand.ABGELAUFEN);
        assertThat(zeilen("ozg_nachricht")).isEqualTo(3);

        uhr.vor(MONAT.minusMillis(1)); // the draft lives its whole life from the end of the round on
        assertThat(daten.antraege().entwurf(STADT, entwurf.id())).isPresent();
        uhr.vor(Duration.ofMillis(1));
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen("ozg_weitergabe") + zeilen("ozg_beteiligung") + zeilen("ozg_nachricht"))
                .isZero();
    }

    @Test
    void aRoundThatCannotBeReadKeepsNoOtherFromItsTime() throws Exception {
        Entwurf kaputt = weitergegeben("a");
        Entwurf heil = weitergegeben("b");
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement()) {
            s.execute("update ozg_weitergabe set inhalt = (select w.inhalt from ozg_weitergabe w where w.antrag_id = '"
                    + heil.id() + "') where antrag_id = '" + kaputt.id() + "'");
        }
        uhr.vor(FRIST);

        assertThat(daten.beteiligungen().faellige(10))
                .extracting(Weitergabe::antrag)
                .containsExactly(heil.id());
        assertThat(daten.beteiligungen().faellige(1))
                .as("it comes again in a day")
                .extracting(Weitergabe::antrag)
                .containsExactly(heil.id());
    }

    @Test
    void takenBackByTheApplicant() {
        Entwurf entwurf = weitergegeben("a");
        assertThat(daten.beteiligungen().zieheZurueck(NACHBAR, entwurf.id(), w -> List.of()))
                .isFalse();
        assertThat(daten.beteiligungen().zieheZurueck(STADT, entwurf.id(), w -> {
                    assertThat(text(w.inhalt())).isEqualTo("gesehen");
                    return List.of(nachricht());
                }))
                .isTrue();
        assertThat(daten.beteiligungen().zieheZurueck(STADT, entwurf.id(), w -> List.of()))
                .isFalse();
        assertThat(daten.beteiligungen().erneuere(person(entwurf, 0), link("n"), List.of()))
                .isFalse();
        assertThat(ereignisse(entwurf.id())).endsWith("WEITERGABE_ZURUECKGEZOGEN");
    }

    @Test
    void deletedWithTheDraftExportedAndReencrypted() throws IOException {
        Entwurf entwurf = weitergegeben("a");
        Beteiligung person = person(entwurf, 0);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        daten.auskunft().exportiere(STADT, entwurf.id(), "erna", zip);
        Map<String, String> dateien = new java.util.HashMap<>();
        try (ZipInputStream lesen = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry e = lesen.getNextEntry(); e != null; e = lesen.getNextEntry()) {
                dateien.put(e.getName(), text(lesen.readAllBytes()));
            }
        }
        assertThat(dateien).containsEntry("beteiligte/" + person.id() + ".json", "person a");
        assertThat(dateien.get("vorgang.txt")).contains("Beteiligung: rolle, Runde 1, OFFEN");

        Datenhaltung beide =
                Datenhaltung.builder(quelle, bund("k1", "k2")).clock(uhr).oeffnen();
        assertThat(beide.umschluesselung().laufe())
                .as("draft, round, person, notice")
                .isEqualTo(4);
        assertThat(beide.umschluesselung().laufe()).isZero();
        assertThat(beide.beteiligungen().finde(STADT, link("a"))).isPresent();
        daten = Datenhaltung.builder(quelle, bund("k2")).clock(uhr).oeffnen();
        assertThat(text(runde(entwurf).inhalt())).isEqualTo("gesehen");

        daten.antraege().loeschen(STADT, entwurf.id());
        assertThat(zeilen("ozg_weitergabe") + zeilen("ozg_beteiligung") + zeilen("ozg_nachricht"))
                .isZero();
        assertThat(entscheide(daten, person, Zustimmungsstand.ZUGESTIMMT, entwurf))
                .isInstanceOf(Ueberholt.class);
    }

    @Test
    void theTableOfMovesHasNoWayBack() {
        for (Zustimmungsstand von : Zustimmungsstand.values()) {
            assertThat(von.darfNach(Zustimmungsstand.OFFEN)).isFalse();
            assertThat(von.darfNach(Zustimmungsstand.ZUGESTIMMT)).isEqualTo(von == Zustimmungsstand.OFFEN);
        }
        assertThat(Zustimmungsstand.ZUGESTIMMT.darfNach(Zustimmungsstand.ZURUECKGEZOGEN))
                .isTrue();
        assertThatThrownBy(() -> new Entscheidung(Zustimmungsstand.ABGELAUFEN, OHNE, "", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Entwurf weitergegeben(String... personen) {
        Entwurf entwurf = daten.antraege().anlegen(STADT, DIENST, bytes("angaben"), MONAT);
        assertThat(beginne(entwurf, personen)).isTrue();
        return entwurf;
    }

    private boolean beginne(Entwurf entwurf, String... personen) {
        Instant jetzt = uhr.instant();
        return daten.beteiligungen()
                .beginne(new Weitergabebeginn(
                        entwurf,
                        jetzt.plus(FRIST.minusDays(1)),
                        jetzt.plus(FRIST),
                        bytes("gesehen"),
                        List.of(personen).stream()
                                .map(p -> new Weitergabebeginn.Person(
                                        BeteiligungId.neu(), "rolle", link(p), bytes("person " + p)))
                                .toList(),
                        List.of(nachricht())));
    }

    private static Nachricht nachricht() {
        return new Nachricht(new Mailadresse("a@beispiel.example"), "Betreff", "Text");
    }

    private static String link(String zeichen) {
        return "%43s".formatted(zeichen).replace(' ', '-');
    }

    private static Entscheidungsergebnis entscheide(
            Datenhaltung wo, Beteiligung person, Zustimmungsstand stand, Entwurf entwurf) {
        return wo.beteiligungen()
                .entscheide(person, new Entscheidung(stand, OHNE, "0".repeat(64), person.inhalt()), new Abschluss() {
                    @Override
                    public Einreichung einreichung(Weitergabe fertig) {
                        StringBuilder inhalt = new StringBuilder("amtlich");
                        fertig.beteiligungen().forEach(b -> inhalt.append(" ").append(b.stand()));
                        return new Einreichung(
                                entwurf,
                                AntragId.neu().wert(),
                                bytes(inhalt + " " + text(fertig.inhalt())),
                                List.of(),
                                List.of("ablage"),
                                MONAT);
                    }

                    @Override
                    public List<Nachricht> nachrichten(Weitergabe danach) {
                        return List.of(nachricht());
                    }
                });
    }

    private Weitergabe runde(Entwurf entwurf) {
        return daten.beteiligungen().weitergabe(STADT, entwurf.id()).orElseThrow();
    }

    private Beteiligung person(Entwurf entwurf, int nummer) {
        return runde(entwurf).beteiligungen().get(nummer);
    }

    private List<Zustimmungsstand> staende(Entwurf entwurf) {
        return runde(entwurf).beteiligungen().stream().map(Beteiligung::stand).toList();
    }

    private List<String> ereignisse(AntragId id) {
        return daten.protokoll().eintraege(STADT, id).stream()
                .map(Protokoll.Eintrag::ereignis)
                .toList();
    }

    private int zeilen(String tabelle) {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                var rs = s.executeQuery("select count(*) from " + tabelle)) {
            rs.next();
            return rs.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
