/* SPDX-License-Identifier: EUPL-1.2 */
/** Levels of assurance, the logged-in user as the portal hands it over, and the port to citizen and company accounts. No login is made here. */
@NullMarked
package de.kommunalsdk.nutzerkonto;

import org.jspecify.annotations.NullMarked;
