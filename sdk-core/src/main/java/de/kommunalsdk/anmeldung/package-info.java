/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Port of the login: where a browser goes to log in for a Dienst of a Mandant, and to log out. Who is logged in, and how sure
 * that is, stands in the room {@code nutzerkonto}, which knows no Mandant.
 */
@NullMarked
package de.kommunalsdk.anmeldung;

import org.jspecify.annotations.NullMarked;
