/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.http.HttpZiel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Gets the bytes of code lists from what the caller names: file, directory, address, URN. */
final class Listenquelle {

    private static final int MAX_BYTES = (int) GenericodeLeser.GRENZEN.maxBytes();
    private static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), MAX_BYTES);

    private final String xrepository;

    /** {@code xrepository}: base address for URNs. */
    Listenquelle(String xrepository) {
        this.xrepository = xrepository;
    }

    /** The bytes of each file, by the name that findings shall tell. */
    Map<String, byte[]> lies(String quelle) {
        Map<String, byte[]> dateien = new TreeMap<>();
        if (quelle.startsWith("urn:")) {
            dateien.put(quelle, hole(imXrepository(quelle)));
        } else if (quelle.startsWith("https:") || quelle.startsWith("http:")) {
            dateien.put(quelle, hole(adresse(quelle)));
        } else if (Files.isDirectory(Path.of(quelle))) {
            ordner(Path.of(quelle), dateien);
        } else {
            dateien.put(quelle, datei(Path.of(quelle)));
        }
        return dateien;
    }

    /** Not verified against the running XRepository: taken from clients of its interface. */
    private URI imXrepository(String urn) {
        String basis = xrepository.endsWith("/") ? xrepository : xrepository + "/";
        return adresse(basis + "api/version_codeliste/"
                + URLEncoder.encode(urn, StandardCharsets.UTF_8).replace("+", "%20") + "/genericode");
    }

    private static URI adresse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidInput(CliFehler.ABRUF, "keine gueltige Adresse", e);
        }
    }

    private static void ordner(Path ordner, Map<String, byte[]> dateien) {
        try (DirectoryStream<Path> alle = Files.newDirectoryStream(ordner, "*.xml")) {
            alle.forEach(datei -> dateien.put(datei.toString(), datei(datei)));
        } catch (IOException e) {
            throw Eingabe.nichtLesbar(ordner, e);
        }
        if (dateien.isEmpty()) {
            throw new InvalidInput(CliFehler.DATEI, ordner + " enthaelt keine Datei *.xml");
        }
    }

    /** One byte beyond the limit is enough for the reader to refuse it. */
    private static byte[] datei(Path datei) {
        try (InputStream quelle = Eingabe.oeffne(datei)) {
            return quelle.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw Eingabe.nichtLesbar(datei, e);
        }
    }

    private static byte[] hole(URI adresse) {
        try (HttpClients clients = HttpClients.builder().baue()) {
            HttpZiel ziel = HttpZiel.von("codeliste", adresse.resolve("/")).mitKlartextAufLoopback();
            HttpAntwort antwort = clients.zugang(ziel)
                    .sende(HttpAnfrage.lesen(adresse).mitKopf("Accept", "*/*").mitGrenzen(GRENZEN));
            if (!antwort.erfolgreich()) {
                throw new ServiceUnavailable(CliFehler.ABRUF, adresse + " antwortet mit " + antwort.status());
            }
            return antwort.inhalt();
        }
    }
}
