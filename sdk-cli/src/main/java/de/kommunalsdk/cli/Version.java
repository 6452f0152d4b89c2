/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build, from a resource that the build fills in. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties angaben = new Properties();
        try (InputStream quelle = Version.class.getResourceAsStream("version.properties")) {
            if (quelle != null) {
                angaben.load(quelle);
            }
        }
        return new String[] {
            "kommunal-sdk " + angaben.getProperty("version", "?") + " (Java " + System.getProperty("java.version") + ")"
        };
    }
}
