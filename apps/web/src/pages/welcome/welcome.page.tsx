import { Alert, Anchor, Center, Loader, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useSession } from '../../api/session.api';
import { useDemoProgress, useEnter, type Begun } from '../../api/setup.api';
import { useSetup } from '../../api/setup-state.api';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { DemoProgress } from './demo-progress';
import { InvitationLinks } from './invitation-links';
import { Outside } from './outside';
import './texts';
import { forgetDraft, useDraft } from './use-draft';
import { Wizard } from './wizard';

export { InvitationPage } from './invitation';

/** The first page of an installation: asks what has to be known, once, and leads on to where work begins. */
export function WelcomePage() {
  return (
    <Outside>
      <Welcome />
    </Outside>
  );
}

function Welcome() {
  const t = useText();
  const navigate = useNavigate();
  const setup = useSetup();
  const session = useSession();
  const isHere = Boolean(session.data);
  const demo = useDemoProgress(isHere && setup.data?.isOpen === false);
  const enter = useEnter();
  const [draft, setDraft] = useDraft();
  const done = (begun: Begun) => {
    if (!begun.me) return setDraft({ ...draft, isDone: true });
    if (begun.wish !== 'demo' && draft.colleagues.length === 0) return leave();
    return setDraft({ ...draft, isDone: true });
  };
  function leave() {
    forgetDraft();
    void enter().then(() => navigate(draft.wish === 'import' ? '/import' : '/', { replace: true }));
  }

  if (!setup.data)
    return setup.error ? <Failure error={setup.error} onRetry={() => void setup.refetch()} /> : <Waiting />;
  if (setup.data.isOpen) return <Wizard draft={draft} onDraft={setDraft} onDone={done} />;
  if (draft.isDone && draft.wish !== 'demo' && draft.colleagues.length > 0)
    return (
      <InvitationLinks
        colleagues={draft.colleagues}
        goOn={t(draft.wish === 'import' ? 'welcome:links.toImport' : 'welcome:links.toBoard')}
        onGoOn={leave}
      />
    );
  if (session.isPending || (isHere && demo.isPending)) return <Waiting />;
  if (isHere && demo.isError) return <Failure error={demo.error} onRetry={() => void demo.refetch()} />;
  if (!isHere) return <SetUpAlready email={draft.isDone ? draft.email : null} />;
  if (demo.data?.wish === 'demo') return <DemoProgress progress={demo.data} onEnter={leave} />;
  return <Navigate to="/board" replace />;
}

function Waiting() {
  const t = useText();
  return (
    <Center mih={240}>
      <Loader aria-label={t('common.loading')} />
    </Center>
  );
}

/** For whoever comes second, and for the first where only the way to the sign-in broke. */
function SetUpAlready({ email }: { readonly email: string | null }) {
  const t = useText();
  return (
    <Alert
      role="alert"
      variant="light"
      icon={<IconInfoCircle aria-hidden />}
      title={
        <Title order={1} size="inherit" lh="inherit">
          {t('welcome:taken.title')}
        </Title>
      }
    >
      <p>{email === null ? t('welcome:taken.detail') : t('welcome:links.signIn', { email })}</p>
      <Anchor component={Link} to="/sign-in" fw={600} c="inherit" underline="always">
        {t('welcome:taken.signIn')}
      </Anchor>
    </Alert>
  );
}
