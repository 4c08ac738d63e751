import { Navigate } from 'react-router';
import { useMe } from '../api/session.api';
import { firstPage, firstPageOfReps } from '../page-files';

/** Where the address of the product itself leads: reps to their day, everybody else to the board, and back to the beginning where that is not over. */
export function FirstPage() {
  const { person, organisation, may } = useMe();
  // The demo company is on its way, and there is nothing to look at before it is here.
  if (organisation.holds === 'nothing' && may.includes('administer')) return <Navigate to="/welcome" replace />;
  return <Navigate to={person.role === 'rep' ? firstPageOfReps : firstPage} replace />;
}
